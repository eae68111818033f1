import type { OwnRule } from '../own-rules/index.ts'
import type { Content } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Paragraph, Radios } from '../ui/index.ts'
import { AlongPath, AlongSituations } from './along.tsx'
import { type Asking, afterwards } from './asking.ts'
import { Explained } from './explained.tsx'
import type { Judged } from './judge.ts'
import { optionsOf, type Question } from './question.ts'
import { routes } from './routes.ts'

const back = { href: routes.path.to(), text: 'Your induction' }

const Along = ({ walking, part, at }: Asking) =>
  part.id === 'situations' ? (
    <AlongSituations walking={walking} part={part} at={at} />
  ) : (
    <AlongPath walking={walking} part={part} />
  )

/** What the page is called: which situation it is, or of what it asks. */
const titleOf = ({ part, at }: Asking): string =>
  part.id === 'situations' ? `Situation ${at + 1}` : `A question: ${part.title}`

const legendOf = (question: Question): string =>
  question.kind === 'choose' ? 'Which of these may you do?' : question.asks

export const notChosen = 'Choose one of the answers'

/** One question to a page: what happens, and what one might do. */
export function questionContent(asking: Asking, error?: string): Content {
  const { question, here } = asking
  return {
    title: titleOf(asking),
    back,
    body: (
      <>
        <Along {...asking} />
        <Heading>{question.kind === 'fact' ? 'A question' : 'What would you do?'}</Heading>
        <p class="ly-situation">{question.says}</p>
        <form method="post" action={here} noValidate>
          <Radios
            name="said"
            label={legendOf(question)}
            labelSize="m"
            options={optionsOf(question).map(({ value, words }) => ({ value, text: words }))}
            error={error}
          />
          <Button once>That is my answer</Button>
        </form>
      </>
    ),
  }
}

/** What was answered, and what came of it. */
export interface Given {
  readonly said: string
  readonly judged: Judged
  readonly own: readonly OwnRule[]
}

/** What came of an answer, and why; then on. */
export function answerContent(asking: Asking, { said, judged, own }: Given): Content {
  const { question, part } = asking
  const options = optionsOf(question)
  const wordsOf = (value: string) => options.find(one => one.value === value)?.words ?? ''
  const onlyNone = judged.rightAnswers.length === 1 && judged.rightAnswers[0] === 'none'
  return {
    title: judged.right ? 'That is right' : 'Not quite',
    back,
    body: (
      <>
        <Along {...asking} />
        <div class={`ly-verdict ly-verdict--${judged.right ? 'right' : 'not'}`}>
          <h1 class="govuk-heading-l ly-verdict__title">{judged.right ? 'That is right' : 'Not quite'}</h1>
          <p class="govuk-body">
            You said: <strong>{wordsOf(said)}</strong>
          </p>
          {!judged.right && question.kind === 'may' && (
            <p class="govuk-body">
              Right would be: <strong>{judged.rightAnswers.map(wordsOf).join('; or: ')}</strong>
            </p>
          )}
          {!judged.right && onlyNone && <p class="govuk-body">None of these may be done.</p>}
        </div>
        <p class="ly-situation ly-situation--again">{question.says}</p>
        <Explained judged={judged} question={question} own={own} />
        {!judged.right && <WhatNext asking={asking} />}
        <ButtonLink href={afterwards(asking)}>
          {judged.right || part.questions.length > 1 ? 'Go on' : 'Try it again'}
        </ButtonLink>
      </>
    ),
  }
}

const WhatNext = ({ asking: { part } }: { readonly asking: Asking }) => (
  <Paragraph>
    {part.questions.length > 1
      ? 'That is how one learns. This one comes round once more at the end.'
      : 'That is how one learns. You are asked once more.'}{' '}
    Nobody is told what you chose, and it is kept nowhere.
  </Paragraph>
)
