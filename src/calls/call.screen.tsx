import { closeDuties, owes } from '../duties/index.ts'
import { statement } from '../guidance/index.ts'
import { inFull } from '../kit/clock.ts'
import { choice, maybeText } from '../kit/forms/index.ts'
import { FoundList } from '../messages/index.ts'
import { erasedWords, type PersonActor, record, type Writer } from '../records/index.ts'
import { EraseLink, mayBeErasedBy } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Inset,
  Link,
  Paragraph,
  Radios,
  Subheading,
  SummaryList,
  type SummaryRow,
  Textarea,
} from '../ui/index.ts'
import { type CallHere, callToRead } from './access.ts'
import { answerCall } from './answer-call.ts'
import { wordsOf } from './mark-call.ts'
import type { CallRow } from './queries.ts'
import { routes } from './routes.ts'
import { longest, phones, resultWords, seconds } from './rules.ts'

/** One call. Whoever reads it that did not write it is on the record; the second adult’s reading closes their duty. */
export const callScreen = screen({
  address: routes.call,
  fields: {
    agreed: choice(['yes', 'no'], 'Choose whether you agree'),
    says: maybeText({ max: longest.says, called: 'What happens next' }),
  },
  loadOnRecord: async (writer, { call }) => {
    const found = await callToRead(writer, call)
    if (!found) return undefined
    await seen(writer, found)
    const erases = await mayBeErasedBy(writer, { event: 'call.logged', id: found.call.id })
    return Object.assign(found, { erases })
  },
  show: ({ thing: { call, as, mayAnswer, erases }, form: { typed, errors } }) => ({
    title: `Call with ${call.with_name}`,
    back:
      as === 'supervisor'
        ? { href: routes.team.to(), text: 'The team’s calls' }
        : { href: routes.calls.to(), text: 'Telephone calls' },
    body: (
      <>
        <Heading>Call with {call.with_name}</Heading>
        {as === 'supervisor' && (
          <Inset>You are reading this as a manager. That you read it, and when, is on the record.</Inset>
        )}
        {as === 'second-adult' && (
          <Inset>
            You are the second adult of this call. That you have read it is on the record. If it was not so,
            or something in it worries you, speak to the designated person today.
          </Inset>
        )}
        {call.corrected_by && (
          <Inset>
            This was corrected.{' '}
            <Link href={routes.call.to({ call: call.corrected_by })}>Read what stands now</Link>
          </Inset>
        )}
        <SummaryList rows={rowsOf(call)} />
        {call.not_agreed && (
          <Inset>
            Nobody had agreed to calls with {call.with_name} then, or somebody said no to them. Ask the family
            before the next one.
          </Inset>
        )}
        {call.found !== null && call.found.length > 0 && (
          <>
            <Paragraph>What was found in what was written down:</Paragraph>
            <FoundList found={call.found} body={wordsOf(call)} instead={false} />
          </>
        )}
        {call.phone === 'own' && as === 'caller' && <Paragraph>{statement('PH-SAFE-3').says}</Paragraph>}
        {mayAnswer && (
          <form method="post" noValidate>
            <Subheading>Their own phone</Subheading>
            <Paragraph>
              {statement('PH-POOR-1').says} Say whether you agree to it. They read what you say.
            </Paragraph>
            <Radios
              name="agreed"
              label="Do you agree that it had to be their own phone?"
              options={[
                { value: 'yes', text: 'Yes, this once' },
                { value: 'no', text: 'No', hint: 'Say below what happens instead, next time' },
              ]}
              value={typed.agreed}
              error={errors.agreed}
            />
            <Textarea
              name="says"
              label="What happens next"
              hint="For example: collect the work phone from the office on Monday"
              rows={3}
              value={typed.says}
              error={errors.says}
            />
            <Button once>Answer</Button>
          </form>
        )}
        <EraseLink kind="call" id={call.id} may={erases} gone={call.about === erasedWords} />
        {as === 'caller' && !call.corrected_by && (
          <div class="ly-acts">
            <ButtonLink kind="secondary" href={routes.correct.to({ call: call.id })}>
              Correct this
            </ButtonLink>
          </div>
        )}
      </>
    ),
  }),
  submit: (writer, found, { agreed, says }) => answerCall(writer, found, { agreed: agreed === 'yes', says }),
  done: (_, { call }) => routes.call.to({ call: call.id }),
  told: () => 'Your answer is kept. They can read it.',
  refused: {
    answered: () => 'Nothing was changed: this call has been answered already, or is not yours to answer.',
    'no-words': () => 'Nothing was changed yet: say what happens instead, so that they know. Then answer.',
  },
})

function rowsOf(call: CallRow): SummaryRow[] {
  const rows: (SummaryRow | false)[] = [
    {
      key: 'With',
      value: `${call.with_name}, ${call.with_kind === 'child' ? 'child' : 'parent or carer'}`,
    },
    { key: 'What happened', value: resultWords[call.way][call.result] },
    { key: 'When', value: inFull(call.began_at) },
    call.minutes !== null && { key: 'How long', value: `${call.minutes} min` },
    { key: 'Why', value: call.about },
    call.agreed !== null && { key: 'What was agreed', value: <span class="ly-said">{call.agreed}</span> },
    call.second !== null &&
      call.second_was !== null && {
        key: 'Second adult',
        value: `${call.second}. ${seconds[call.second_was]}`,
      },
    {
      key: 'Whose phone',
      value: call.phone === 'own' ? `${call.caller}’s own: ${call.own_reason}` : phones.work,
    },
    call.answered_at !== null && {
      key: 'Their manager said',
      value: `${call.answer_agreed ? 'Agreed, this once' : 'Did not agree'}. ${call.answer_says ?? ''} ${call.answerer}, ${inFull(call.answered_at)}`,
    },
    { key: 'Written down', value: `${call.caller}, ${inFull(call.logged_at)}` },
    call.corrects !== null && {
      key: 'Corrects',
      value: <Link href={routes.call.to({ call: call.corrects })}>What was written first</Link>,
    },
  ]
  return rows.filter(row => row !== false)
}

/** Closes the duty of a second adult, or of whoever it passed to, who has now read it; and of whoever was asked to look at it. */
async function seen(writer: Writer<PersonActor>, { call }: CallHere): Promise<void> {
  const { personId } = writer.actor
  if (await owes(writer, { kind: 'look-at-call', person: personId, aboutId: call.id })) {
    const looked = await record(writer, {
      event: 'call.looked-at',
      about: [{ kind: 'phone-call', id: call.id }],
      cites: [],
      content: { call: call.id, at: writer.now.toISOString() },
    })
    await closeDuties(writer, { kind: 'look-at-call', person: personId, aboutId: call.id }, looked.entryId)
  }
  if (!(await owes(writer, { kind: 'read-call', person: personId, aboutId: call.id }))) return
  const told = await record(writer, {
    event: 'call.told',
    about: [{ kind: 'phone-call', id: call.id }],
    cites: ['GEN-INAPP-3'],
    content: { call: call.id, at: writer.now.toISOString() },
  })
  await closeDuties(writer, { kind: 'read-call', person: personId, aboutId: call.id }, told.entryId)
}
