import { days, inDays, inFull, later } from '../kit/clock.ts'
import { text } from '../kit/forms/index.ts'
import { beginnings, conversationBetween, routes as messages } from '../messages/index.ts'
import type { PersonActor, Writer } from '../records/index.ts'
import { EraseLink, mayBeErasedBy } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Inset,
  Paragraph,
  Subheading,
  SummaryList,
  Textarea,
} from '../ui/index.ts'
import { approachToAnswer, approachToRead } from './access.ts'
import { answerApproach, answerSeen } from './answer-approach.ts'
import { type AnswerRow, type ApproachRow, selectAnswers, selectTimes } from './queries.ts'
import { routes } from './routes.ts'
import { longest, pattern, situations } from './rules.ts'
import { didWords, howWords, whereWords } from './words.tsx'

/** One approach: to whoever told, the words to answer with; to whoever hears them, what they told. */
export const approachScreen = screen({
  address: routes.approach,
  loadOnRecord: async (writer, { approach: id }) => {
    const found = await approachToRead(writer, id)
    if (!found) return undefined
    if (found.mine) await answerSeen(writer, found.approach.id)
    const erases = await mayBeErasedBy(writer, { event: 'approach.told', id: found.approach.id })
    return { ...found, erases, ...(await beside(writer, found.approach, found.mine)) }
  },
  show: ({ thing }) => ({
    title: thing.mine ? 'What you told' : 'An approach',
    back: thing.mine
      ? { href: routes.approaches.to(), text: 'Approaches' }
      : { href: routes.team.to(), text: 'What the team has told' },
    scripts: ['copy.js'],
    body: thing.mine ? <Mine {...thing} /> : <Heard {...thing} />,
  }),
})

/** What stands beside it: answers; for whoever told, where the words can go; for others, how often it was. */
async function beside(writer: Writer<PersonActor>, approach: ApproachRow, mine: boolean) {
  const { db, actor, now } = writer
  const since = later(now, -days(pattern.days))
  const [answers, conversation, times] = await Promise.all([
    selectAnswers(db, actor.agencyId, approach.id),
    mine && approach.person_id ? conversationBetween(writer, actor.personId, approach.person_id) : undefined,
    mine ? 0 : selectTimes(db, { agencyId: actor.agencyId, teller: approach.told_by, since }),
  ])
  return { answers, conversation, times }
}

type Shown = { readonly approach: ApproachRow } & Awaited<ReturnType<typeof beside>>

function Mine({ approach, answers, conversation }: Shown) {
  const { begin } = situations[approach.situation]
  const words = beginnings[begin]
  return (
    <>
      <Heading>Thank you for telling</Heading>
      {answers.length === 0 && (
        <Paragraph>
          You have done the right thing, and nothing more is asked of you. Somebody you answer to reads this
          and answers you here.
        </Paragraph>
      )}
      <Answers answers={answers} />
      <Subheading>Kind words to answer with</Subheading>
      <Inset>
        <span class="ly-lines" id="kind-words">
          {words}
        </span>
      </Inset>
      <div class="ly-acts">
        {conversation && (
          <ButtonLink href={`${messages.write.to({ conversation: conversation.id })}?begin=${begin}#body`}>
            Send these words in “{conversation.subject}”
          </ButtonLink>
        )}
        <button type="button" class="govuk-button govuk-button--secondary" data-copy="kind-words" hidden>
          Copy the words
        </button>
      </div>
      <Paragraph>
        {conversation
          ? 'You can change them before they go. Do not answer on your own account.'
          : 'Do not answer on your own account: say them when you next meet, or write to the family here.'}
      </Paragraph>
      {approach.did === 'accepted' && (
        <Inset>
          You accepted, and you told: that is what counts. Take them off your contacts when you have sent
          these words. If it is hard to do, ask whoever answers you to help.
        </Inset>
      )}
      <Subheading>What you told</Subheading>
      <Facts approach={approach} />
    </>
  )
}

function Heard({ approach, answers, times, erases }: Shown & { readonly erases: boolean }) {
  return (
    <>
      <p class="govuk-caption-l">Told by {approach.told_by_name}</p>
      <Heading>An approach</Heading>
      <Inset>
        To be approached is nobody’s fault, and telling is what we ask for. That you read this, and when, is
        on the record.
      </Inset>
      <Facts approach={approach} />
      {times >= pattern.times && (
        <Inset>
          {approach.told_by_name} has told of {times} approaches in a year. Ask what would help them.
        </Inset>
      )}
      <Answers answers={answers} />
      <Subheading>{answers.length === 0 ? 'Answer' : 'Answer again'}</Subheading>
      <AnswerForm approach={approach} />
      <EraseLink kind="approach" id={approach.id} may={erases} />
    </>
  )
}

const Facts = ({ approach }: { readonly approach: ApproachRow }) => (
  <SummaryList
    rows={[
      { key: 'Who', value: approach.who },
      { key: 'Who they are', value: situations[approach.situation].words },
      { key: 'What they did', value: howWords(approach) },
      { key: 'Where', value: whereWords(approach) },
      { key: 'Done so far', value: didWords(approach) },
      approach.happened !== null && {
        key: 'What else was told',
        value: <span class="ly-lines">{approach.happened}</span>,
      },
      { key: 'Told', value: inFull(approach.told_at) },
    ]}
  />
)

const Answers = ({ answers }: { readonly answers: readonly AnswerRow[] }) => (
  <>
    {answers.map(({ id, words, answered_by_name, answered_at }) => (
      <Inset key={id}>
        <p class="ly-lines">{words}</p>
        <p class="ly-list__aside">
          {answered_by_name}, {inDays(answered_at)}
        </p>
      </Inset>
    ))}
  </>
)

const AnswerForm = (props: {
  readonly approach: ApproachRow
  readonly typed?: string | undefined
  readonly error?: string | undefined
}) => (
  <form method="post" action={routes.answer.to({ approach: props.approach.id })} noValidate>
    <Textarea
      name="words"
      label={`Your words to ${props.approach.told_by_name}`}
      hint="Thank them, say what happens next, and offer to help. They see this with your name."
      rows={4}
      value={props.typed}
      error={props.error}
    />
    <Button once>Answer</Button>
  </form>
)

/** Takes an answer; shown again with what was typed when it cannot be kept yet. */
export const answerScreen = screen({
  address: routes.answer,
  fields: {
    words: text({ max: longest.answer, called: 'Your words', required: 'Write a few words back' }),
  },
  load: (reader, { approach }) => approachToAnswer(reader, approach),
  show: ({ thing: approach, form }) => ({
    title: 'Answer an approach',
    back: { href: routes.approach.to({ approach: approach.id }), text: 'The approach' },
    body: (
      <>
        <Heading>Answer {approach.told_by_name}</Heading>
        <AnswerForm approach={approach} typed={form.typed.words} error={form.errors.words} />
      </>
    ),
  }),
  submit: (writer, approach, { words }) => answerApproach(writer, approach, words),
  done: approach => routes.approach.to({ approach }),
  told: (_, { told_by_name }) => `${told_by_name} is told that you have answered.`,
  refused: {},
})
