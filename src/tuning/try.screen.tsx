import { type CalendarDay, dayAt, monthsAfter, whenInWords } from '../guidance/index.ts'
import { maybeDate, text, tick } from '../kit/forms/index.ts'
import { type Permitted, refuse } from '../kit/proof.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Input, Inset, Link, Paragraph, SummaryList, Textarea, Tick } from '../ui/index.ts'
import { leaveToSee, leaveToTune, type Tuner } from './access.ts'
import { type Effect, effectOn } from './effect.ts'
import { EffectTable, effectWords } from './effect-table.tsx'
import { tuningInForce } from './in-force.ts'
import type { Past } from './past.ts'
import { type Asked, type Proposal, proposed, withProposal } from './propose.ts'
import { routes } from './routes.ts'
import { isKind, longestWords, mostShown } from './rules.ts'
import { tune } from './tune.ts'
import { comesNow } from './tuned.ts'
import { aboutWords, allComesWords, asChange, changeWords } from './words.tsx'

/** What an address asks to have tried. */
export const askedIn = (query: URLSearchParams): Asked =>
  Object.fromEntries(
    ['kind', 'by', 'to', 'phrase', 'name'].flatMap(field => {
      const value = query.get(field)
      return value === null ? [] : [[field, value]]
    }),
  )

interface Tried {
  readonly proposal: Proposal | { readonly wrong: string }
  readonly effect: Effect | undefined
  readonly was: string
  /** Leave to decide it, for who has it. */
  readonly leave: Permitted<'tune', Tuner> | undefined
  readonly reads: boolean
  readonly query: URLSearchParams
  readonly today: CalendarDay
}

async function tried(
  reader: Reader<PersonActor>,
  past: Past,
  query: URLSearchParams,
): Promise<Tried | undefined> {
  const [sees, leave, reads, now] = await Promise.all([
    leaveToSee(reader),
    leaveToTune(reader),
    past.mayRead(reader),
    tuningInForce(reader),
  ])
  if (!sees) return undefined
  const proposal = proposed(askedIn(query), now)
  const about = { proposal, leave, reads, query, today: dayAt(reader.now) }
  if ('wrong' in proposal) return { ...about, effect: undefined, was: '' }
  const effect = await effectOn(reader, past, { now, later: withProposal(now, proposal) })
  const was = 'by' in proposal ? allComesWords(comesNow(proposal.kind, proposal.by, now)) : ''
  return { ...about, effect, was }
}

/** What a change would have done to the last messages; and, for who decides, the press that makes it. */
export const tryScreen = (past: Past) =>
  screen({
    address: routes.try,
    fields: {
      says: text({ max: longestWords, called: 'Your reason', required: 'Say why, in your own words' }),
      until: maybeDate('The last day'),
      me: tick('Tick that it is you who decides'),
    },
    load: (reader, { query }) => tried(reader, past, query),
    show: ({ thing, form, actor }) => {
      const { proposal, effect, query } = thing
      if ('wrong' in proposal || !effect) return cannot(proposal, query)
      const change = asChange(proposal)
      return {
        title: 'See what would change',
        back: { href: backTo(query), text: 'Choose something else' },
        body: (
          <>
            <p class="govuk-caption-l">{aboutWords(change)}</p>
            <Heading>See what would change</Heading>
            <SummaryList
              rows={[
                { key: 'The change', value: changeWords(change) },
                thing.was !== '' && 'by' in proposal ? { key: 'As it is now', value: thing.was } : undefined,
                proposal.what === 'gentler'
                  ? { key: 'For how long', value: 'A year at most. Your safeguarding board sees it.' }
                  : undefined,
                proposal.what === 'name'
                  ? { key: 'Who sees it', value: 'It is on the record, and your safeguarding board sees it.' }
                  : undefined,
              ]}
            />
            <Paragraph>{effectWords(effect)}</Paragraph>
            <EffectTable effect={effect} />
            <Messages thing={thing} changed={effect.changed.length} />
            {thing.leave ? (
              <form method="post" noValidate>
                <Textarea name="says" label="Why" value={form.typed.says} error={form.errors.says} />
                {proposal.what === 'gentler' && (
                  <Input
                    name="until"
                    type="date"
                    width={10}
                    label="The last day"
                    hint={`${whenInWords(monthsAfter(thing.today, 12))} at the latest`}
                    value={form.typed.until}
                    error={form.errors.until}
                  />
                )}
                <Tick
                  name="me"
                  label="Your decision"
                  hint="It is on the record in your name."
                  text={`I am ${actor.name}, and I decide this for ${actor.place}`}
                  value={form.typed.me}
                  error={form.errors.me}
                />
                <Button once>Make this change</Button>
              </form>
            ) : (
              <Paragraph>
                A designated person or a senior manager decides. Show them what you have found here.
              </Paragraph>
            )}
          </>
        ),
      }
    },
    submit: async (writer, { proposal, leave }, { says, until }) => {
      if (!leave) return refuse('not-theirs')
      if ('wrong' in proposal) return refuse('wrong', proposal.wrong)
      return tune(writer, leave, proposal, { says, until })
    },
    done: () => routes.screening.to(),
    told: (_, { proposal }) =>
      'wrong' in proposal ? '' : `It is so from now on. ${changeWords(asChange(proposal))}.`,
    refused: {
      wrong: ({ facts }) => `This cannot be done: ${facts} Nothing has been changed.`,
      until: () => 'Choose the last day of what is gentler: from today, and a year at most.',
      'not-theirs': () => 'A designated person or a senior manager decides this. Ask one of them to.',
    },
  })

const backTo = (query: URLSearchParams): string => {
  const kind = query.get('kind') ?? (query.has('name') ? 'own-details' : '')
  if (!isKind(kind)) return routes.screening.to()
  const typed = new URLSearchParams([...query].filter(([name]) => name === 'phrase' || name === 'name'))
  return typed.size > 0 ? `${routes.kind.to({ kind })}?${typed}` : routes.kind.to({ kind })
}

/** What was asked for is no change that can be made: why, and the way back to where it was typed. */
const cannot = (proposal: Tried['proposal'], query: URLSearchParams) => ({
  title: 'This cannot be changed so',
  back: { href: backTo(query), text: 'Back' },
  body: (
    <>
      <Heading>This cannot be changed so</Heading>
      <Inset>{'wrong' in proposal ? proposal.wrong : ''}</Inset>
      <Paragraph>
        Nothing has been changed. <Link href={backTo(query)}>Go back to what you chose or typed</Link>
      </Paragraph>
    </>
  ),
})

function Messages({ thing: { reads, query }, changed }: { readonly thing: Tried; readonly changed: number }) {
  if (changed === 0) return null
  if (!reads) return <Paragraph>Only a designated person may read which messages these are.</Paragraph>
  return (
    <Paragraph>
      <Link href={`${routes.tryMessages.to()}?${query}`}>
        Read {changed > mostShown ? `${mostShown} of these messages` : 'these messages'}
      </Link>
      . That you read them is on the record.
    </Paragraph>
  )
}
