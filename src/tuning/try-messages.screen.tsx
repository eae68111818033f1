import { inFull } from '../kit/clock.ts'
import type { PersonActor, Writer } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Paragraph, Table } from '../ui/index.ts'
import { leaveToSee } from './access.ts'
import { effectOn } from './effect.ts'
import { tuningInForce } from './in-force.ts'
import type { Past } from './past.ts'
import { proposed, withProposal } from './propose.ts'
import { routes } from './routes.ts'
import { mostShown } from './rules.ts'
import { askedIn } from './try.screen.tsx'
import { aboutWords, allComesWords, asChange } from './words.tsx'

/** Some of the messages of which something else would come, for whoever may read them all. The reading is an entry. */
export const tryMessagesScreen = (past: Past) =>
  screen({
    address: routes.tryMessages,
    loadOnRecord: async (writer, { query }) => {
      const read = (await leaveToSee(writer)) && (await found(writer, past, query))
      return read && { ...read, query }
    },
    show: ({ thing: { about, rows, all, query } }) => ({
      title: 'Messages that would be treated otherwise',
      back: { href: `${routes.try.to()}?${query}`, text: 'What would change' },
      body: (
        <div class="ly-wide">
          {about !== '' && <p class="govuk-caption-l">{about}</p>}
          <Heading>Messages that would be treated otherwise</Heading>
          {rows.length === 0 ? (
            <Paragraph>There are none.</Paragraph>
          ) : (
            <>
              <Paragraph>
                These are read on the record: the conversations they stand in say that you read them.
              </Paragraph>
              <Table
                caption={all > rows.length ? `The newest ${rows.length} of ${all}` : `${rows.length} in all`}
                columns={[
                  { head: 'Written' },
                  { head: 'The message' },
                  { head: 'As it is' },
                  { head: 'With the change' },
                ]}
                rows={rows.map(({ message, before, after }) => [
                  `${message.wrote}, ${inFull(message.at)}`,
                  <span key="words" class="ly-lines">
                    {message.text}
                  </span>,
                  allComesWords(before),
                  allComesWords(after),
                ])}
              />
            </>
          )}
        </div>
      ),
    }),
  })

async function found(writer: Writer<PersonActor>, past: Past, query: URLSearchParams) {
  const now = await tuningInForce(writer)
  const proposal = proposed(askedIn(query), now)
  const nothing = { about: '', rows: [], all: 0 }
  if ('wrong' in proposal) return (await past.mayRead(writer)) ? nothing : undefined
  const { changed } = await effectOn(writer, past, { now, later: withProposal(now, proposal) })
  const shown = changed.slice(0, mostShown)
  const messages = await past.read(
    writer,
    shown.map(({ id }) => id),
  )
  if (!messages) return undefined
  const rows = shown.flatMap(one => {
    const message = messages.find(({ id }) => id === one.id)
    return message ? [{ message, before: one.before, after: one.after }] : []
  })
  return { about: aboutWords(asChange(proposal)), rows, all: changed.length }
}
