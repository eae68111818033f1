import { whenInWords } from '../../guidance/index.ts'
import { inFull } from '../../kit/clock.ts'
import { choice, maybeText } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  Heading,
  Inset,
  List,
  Paragraph,
  Radios,
  Subheading,
  SummaryList,
  Tag,
  Textarea,
} from '../../ui/index.ts'
import { inductionIsOwed } from '../induction-owed.ts'
import { routes } from '../routes.ts'
import { sheetToSee } from './access.ts'
import { answerSheet } from './answer-sheet.ts'
import { type OnSheet, selectOnSheet } from './queries.ts'
import { codeOf, type SheetState, sheetState, sheetWords } from './rules.ts'

/** One sheet that was signed on paper: what was recorded of it, and the second person's answer. */
export const sheetScreen = screen({
  address: routes.sheet,
  fields: {
    answer: choice(['confirmed', 'refused'], 'Say whether it is right'),
    words: maybeText({ max: 1000, called: 'What is not right' }),
  },
  load: async (reader, { sheet: id }) => {
    const seen = await sheetToSee(reader, id)
    return seen && { seen, people: await selectOnSheet(reader.db, seen.sheet) }
  },
  show: ({ thing: { seen, people }, form, actor }) => {
    const { sheet, mayAnswer } = seen
    const state = sheetState(sheet)
    return {
      title: `Signed on paper: ${sheet.title}`,
      back: { href: routes.paper.to({ policy: sheet.policy_id }), text: 'On paper' },
      body: (
        <>
          <Heading>Signed on paper: {sheet.title}</Heading>
          <Paragraph>
            <Tag colour={sheetWords[state].colour}>{sheetWords[state].words}</Tag>
          </Paragraph>
          <SummaryList
            rows={[
              { key: 'Who', value: <List items={people.map(one => nameOf(one, state))} /> },
              { key: 'Text', value: `Version ${sheet.number}, code ${codeOf(sheet)}` },
              { key: 'Signed on', value: whenInWords(sheet.signed_on) },
              { key: 'The sheet is kept', value: sheet.kept_at },
              { key: 'How it was explained', value: sheet.explained },
              { key: 'Recorded by', value: `${sheet.recorder}, at ${inFull(sheet.recorded_at)}` },
              sheet.answer && sheet.answered_at
                ? {
                    key: sheet.answer === 'confirmed' ? 'Confirmed by' : 'Not confirmed by',
                    value: `${sheet.answerer}, at ${inFull(sheet.answered_at)}`,
                  }
                : { key: 'Asked to confirm it', value: sheet.asked },
            ]}
          />
          {sheet.words && (
            <Inset>
              <strong>{sheet.answerer} says:</strong> {sheet.words}
            </Inset>
          )}
          {state === 'refused' && sheet.recorded_by === actor.personId && (
            <Paragraph>
              Nobody has signed by this. Put right what is said above, and record it anew.
            </Paragraph>
          )}
          {state === 'superseded' && (
            <Paragraph>
              A newer version was published before this was confirmed, so nobody has signed by it. They sign
              the newer one, on a screen or on a new sheet.
            </Paragraph>
          )}
          {mayAnswer && (
            <form method="post" noValidate>
              <Subheading>Your answer</Subheading>
              <Paragraph>
                Confirm it only if you were there, or have the sheet before you and the code on it is{' '}
                {codeOf(sheet)}. Your name stands with it on the record.
              </Paragraph>
              <Radios
                name="answer"
                label="Is it right?"
                options={[
                  { value: 'confirmed', text: 'Yes: they all signed this text on that day' },
                  { value: 'refused', text: 'No: something is not right' },
                ]}
                value={form.typed.answer}
                error={form.errors.answer}
              />
              <Textarea
                name="words"
                label="If not: what is not right"
                hint={`${sheet.recorder} reads this, and records it anew.`}
                rows={3}
                value={form.typed.words}
                error={form.errors.words}
              />
              <Button once>Send my answer</Button>
            </form>
          )}
        </>
      ),
    }
  },
  submit: async (writer, { seen }, { answer, words }) => {
    if (answer === 'refused') return words ? answerSheet(writer, seen, { answer, words }) : refuse('no-words')
    await inductionIsOwed(writer)
    return answerSheet(writer, seen, { answer, words: '' })
  },
  done: (_, { seen }) => routes.sheet.to({ sheet: seen.sheet.id }),
  told: answer =>
    answer === 'confirmed'
      ? 'It is confirmed. They have signed, and everything opens to them.'
      : 'It is not confirmed. Nobody has signed by it.',
  refused: {
    'no-words': () => 'Nothing was sent. Say what is not right, so that it can be put right.',
    'not-yours-to-answer': () =>
      'You cannot answer this sheet: you recorded it, are on it, or were not asked. Somebody else confirms it.',
    superseded: () =>
      'A newer version that must be signed was published meanwhile, so nothing was confirmed. They sign the newer one.',
    answered: () => 'Somebody else has answered this sheet already, as it says below. Nothing was changed.',
  },
})

const nameOf = ({ name, left, signed }: OnSheet, state: SheetState) =>
  left
    ? `${name}, who has left`
    : state === 'waiting' && signed !== null
      ? `${name}, who has signed on a screen meanwhile`
      : name
