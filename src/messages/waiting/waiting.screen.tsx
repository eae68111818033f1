import { closeDuties, owes } from '../../duties/index.ts'
import { choice, maybeText } from '../../kit/forms/index.ts'
import { organisationFacts } from '../../people/index.ts'
import { type PersonActor, record, type Writer } from '../../records/index.ts'
import { EraseLink, mayBeErasedBy } from '../../retention/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Paragraph, Subheading, SummaryList, Tag } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { waitingMessage } from './access.ts'
import { Deciding, WritersChoices } from './choices.tsx'
import { Found, History, stateOf, whenItGoes } from './parts.tsx'
import type { Waiting } from './queries.ts'
import { endOf, longestWord, type StepToTake, stepRules } from './rules.ts'
import { takeStep } from './take-step.ts'

const steps = Object.keys(stepRules) as StepToTake[]

/** A message that waits or waited: its writer sees what becomes of it; whoever answers for them decides. */
export const waitingScreen = screen({
  address: routes.waiting,
  fields: {
    step: choice(steps, 'Choose what is to become of it'),
    word: maybeText({ max: longestWord, called: 'Your words' }),
    when: choice(['in-hours', 'now', ''], 'Say when it is to go'),
  },
  loadOnRecord: async (writer, { waiting: id }) => {
    const found = await waitingMessage(writer, id)
    if (!found) return undefined
    if (found.as === 'manager') await managerReads(writer, found.waits)
    await looks(writer, found.waits)
    const { hours } = await organisationFacts(writer)
    const erases = await mayBeErasedBy(writer, { event: 'message.waits', id: found.waits.id })
    return Object.assign(found, { hours, erases })
  },
  show: ({ thing, form, now, refusedFor }) => {
    const { waits, as, hours, erases } = thing
    const state = stateOf(waits)
    const isOver = endOf(waits) !== undefined
    const title = as === 'writer' ? 'Your message waits' : `A message from ${waits.author} waits`
    const heading = isOver ? state.words : title
    return {
      title: heading,
      back:
        as === 'writer'
          ? { href: routes.conversation.to({ conversation: waits.conversation_id }), text: waits.subject }
          : { href: routes.waitingList.to(), text: 'What waits for you' },
      body: (
        <div class="ly-talk">
          <Heading>{heading}</Heading>
          <Paragraph>
            <Tag colour={state.colour}>{state.words}</Tag>
          </Paragraph>
          {!isOver && <Paragraph>{whenItGoes(waits, hours, as)}</Paragraph>}
          <Inset>
            <span class="ly-lines">{waits.body ?? 'The words of this message have been erased.'}</span>
          </Inset>
          <SummaryList
            rows={[
              as === 'manager' && { key: 'Written by', value: waits.author },
              { key: 'In the conversation', value: waits.subject },
              waits.reason !== null && { key: 'Their reason', value: waits.reason },
            ]}
          />
          <Found waits={waits} as={as} />
          <Subheading>What has become of it</Subheading>
          <History waits={waits} />
          {!isOver && as === 'manager' && (
            <Deciding waits={waits} hours={hours} now={now} form={form} short={refusedFor === 'say-why'} />
          )}
          {isOver && endOf(waits)?.step !== 'sent' && (
            <EraseLink kind="waiting-message" id={waits.id} may={erases} gone={waits.body === null} />
          )}
          {as === 'writer' && <WritersChoices waits={waits} form={form} short={refusedFor === 'say-why'} />}
        </div>
      ),
    }
  },
  submit: (writer, thing, { step, word, when }) =>
    takeStep(writer, thing, { step, word, when: when === 'now' ? 'now' : 'in-hours' }),
  done: (_, { waits }) => routes.waiting.to({ waiting: waits.id }),
  told: step => stepRules[step].told,
  refused: {
    'waits-no-more': () => 'Nothing was changed: this message waits no more. What became of it stands below.',
    'say-why': () => 'Nothing was changed. Say why in a few words, at least three: they are kept with it.',
    'not-yours': () =>
      'Nothing was changed. Its writer may withdraw it; somebody else who answers for them lets it go or sends it back.',
  },
})

/** Its writer, or whoever answered for one who has left, has seen that it did not go, and why. */
async function looks(writer: Writer<PersonActor>, { id }: Waiting): Promise<void> {
  const which = { kind: 'message-not-sent', person: writer.actor.personId, aboutId: id } as const
  if (!(await owes(writer, which))) return
  const looked = await record(writer, {
    event: 'waiting-message.seen',
    about: [{ kind: 'waiting-message', id }],
    cites: [],
    content: { message: id, at: writer.now.toISOString() },
  })
  await closeDuties(writer, which, looked.entryId)
}

/** A manager reads what somebody of theirs has written: an entry before a word is shown, as for a conversation. */
const managerReads = (writer: Writer<PersonActor>, { id, conversation_id }: Waiting) =>
  record(writer, {
    event: 'waiting-message.read',
    about: [
      { kind: 'waiting-message', id },
      { kind: 'conversation', id: conversation_id },
    ],
    cites: ['BG-2', 'SN-POOR-4'],
    content: { message: id, at: writer.now.toISOString() },
  })
