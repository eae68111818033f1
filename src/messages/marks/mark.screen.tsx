import { owes } from '../../duties/index.ts'
import { inFull } from '../../kit/clock.ts'
import { text } from '../../kit/forms/index.ts'
import { Already } from '../../kit/proof.ts'
import type { Reader } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  Heading,
  Inset,
  Link,
  List,
  Paragraph,
  Subheading,
  SummaryList,
  Textarea,
  Warning,
} from '../../ui/index.ts'
import type { MessageTable } from '../queries.ts'
import { routes } from '../routes.ts'
import { FoundList } from '../waiting/parts.tsx'
import { markToLookAt } from './access.ts'
import { selectMasked } from './details-queries.ts'
import { lookAtMark } from './look-at-mark.ts'
import { maskWords } from './mask.ts'
import type { Mark } from './queries.ts'

/** Why a message is marked, to whoever looks at it. */
const headings: Readonly<Record<Mark['kind'], string>> = {
  danger: 'Somebody may be in danger',
  asked: 'A message that was sent with a reason',
  look: 'A message to look at',
  masked: 'A message with a personal detail',
}

/** Whether somebody who wrote by email or text was told whom to turn to, in a sentence: a room above knows. Undefined for the page. */
export type Helped = (reader: Reader, message: MessageTable) => Promise<string | undefined>

/** A message that was marked for a manager or a designated person. Looking closes the duty; danger closes with what was done. */
export const markScreen = (helped: Helped) =>
  screen({
    address: routes.marked,
    fields: { did: text({ max: 1000, called: 'What you did', required: 'Say what you did, or are doing' }) },
    loadOnRecord: async (writer, { mark: id }) => {
      const found = await markToLookAt(writer, id)
      if (!found) return undefined
      const which = {
        kind: 'look-at-message',
        person: writer.actor.personId,
        aboutId: found.mark.id,
      } as const
      if (await owes(writer, which)) await lookAtMark(writer, found, null)
      const masked = await selectMasked(writer.db, writer.actor.agencyId, found.message.id)
      return Object.assign(found, { masked, help: await helped(writer, found.message) })
    },
    show: ({ thing, form: { typed, errors } }) => {
      const { mark, message, conversation, masked, help } = thing
      const to = { conversation: conversation.id }
      const body = message.body && maskWords(message.body, masked)
      return {
        title: headings[mark.kind],
        back: { href: routes.waitingList.to(), text: 'What waits for you' },
        body: (
          <div class="ly-talk">
            <Heading>{headings[mark.kind]}</Heading>
            {mark.kind === 'danger' && (
              <Warning>If a child is in danger now, call 999. You do not need anybody’s permission.</Warning>
            )}
            <Inset>
              <span class="ly-lines">{body ?? 'The words of this message have been erased.'}</span>
            </Inset>
            <SummaryList
              rows={[
                { key: 'Written by', value: `${mark.author}, at ${inFull(mark.sent_at)}` },
                {
                  key: 'In the conversation',
                  value: (
                    <Link href={`${routes.conversation.to(to)}#m-${message.id}`}>{conversation.subject}</Link>
                  ),
                },
                mark.reason !== null && { key: 'Why it was sent all the same', value: mark.reason },
              ]}
            />
            {masked.length > 0 && (
              <Paragraph>
                A personal detail in it is masked.{' '}
                <Link href={routes.details.to({ ...to, message: message.id })}>See what is masked</Link>
              </Paragraph>
            )}
            <Paragraph>What was found in it:</Paragraph>
            <FoundList found={mark.found} body={masked.length > 0 ? null : message.body} instead={false} />
            {mark.looks.length > 0 && <Looks looks={mark.looks} />}
            {mark.kind === 'danger' && (
              <form method="post" noValidate>
                <Subheading>What you did</Subheading>
                <Paragraph>
                  {help ??
                    'They were shown 999, a helpline and our own line at once, and told that you would be told.'}{' '}
                  A person’s answer in the conversation still means most.
                </Paragraph>
                <Textarea
                  name="did"
                  label="What you did, or are doing"
                  hint="For example: called the family, told the police, wrote to the child. It is kept, and those who share this duty see it."
                  rows={3}
                  value={typed.did}
                  error={errors.did}
                />
                <Button once>Save what I did</Button>
              </form>
            )}
          </div>
        ),
      }
    },
    submit: (writer, thing, { did }) =>
      thing.mark.kind === 'danger' ? lookAtMark(writer, thing, did) : Promise.resolve(new Already(undefined)),
    done: (_, { mark }) => routes.marked.to({ mark: mark.id }),
    told: () => 'It is kept. The duty is done for everybody who shared it.',
    refused: {},
  })

const Looks = ({ looks }: Pick<Mark, 'looks'>) => (
  <>
    <Subheading>Who has looked</Subheading>
    <List
      items={looks.map(
        ({ name, did, at }) => `${name}, at ${inFull(new Date(at))}${did ? `: “${did}”` : ''}`,
      )}
    />
  </>
)
