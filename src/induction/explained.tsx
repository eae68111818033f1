import type { ComponentChildren } from 'preact'
import {
  type ActDefinition,
  acts,
  approvals,
  owing,
  reportWords,
  type StatementId,
  standingWords,
  statement,
  toShow,
} from '../guidance/index.ts'
import { routes as library } from '../library/index.ts'
import { type OwnRule, StandingTag, standingTags } from '../own-rules/index.ts'
import { Details, Link, List, Paragraph } from '../ui/index.ts'
import type { Judged, Ruled } from './judge.ts'
import type { Answer, Question } from './question.ts'

/** Why an answer is right or is not: in the ruling's own words, with its statements; or what was written beside the answer. */
export function Explained(about: {
  readonly judged: Judged
  readonly question: Question
  readonly own: readonly OwnRule[]
}) {
  const { question, own } = about
  const { by } = about.judged
  if (isAnswer(by))
    return (
      <>
        <Paragraph>{by.why}</Paragraph>
        {question.kind === 'fact' && (
          <>
            <h2 class="govuk-heading-s ly-ruled__part">What it rests on</h2>
            <List items={cited(question.teaches)} />
          </>
        )}
      </>
    )
  return (
    <>
      {by.map(ruled => (
        <HowItStands key={ruled.words ?? ''} ruled={ruled} own={own} />
      ))}
    </>
  )
}

/** As many reasons as one reads before going on. */
const shown = 3

const isAnswer = (by: Judged['by']): by is Answer => 'why' in by

const cited = (ids: readonly StatementId[]): readonly ComponentChildren[] =>
  ids.map(id => (
    <>
      {statement(id).says}{' '}
      <Link class="ly-cite" href={library.statement.to({ statement: id })}>
        {id}
      </Link>
    </>
  ))

function HowItStands({ ruled, own }: { readonly ruled: Ruled; readonly own: readonly OwnRule[] }) {
  const { words, proposed, ruling, better } = ruled
  const { says, means } = (proposed.act === 'report' ? reportWords : standingWords)[ruling.standing]
  const inPlace = ruling.because.filter(id => statement(id).kind === 'in-place')
  const why = ruling.because.filter(id => !inPlace.includes(id))
  const { facts }: ActDefinition = acts[proposed.act]
  return (
    <section class={`ly-ruled ly-ruled--${standingTags[ruling.standing].colour}`}>
      <h2 class="govuk-heading-s ly-ruled__of">{words ?? 'How it stands'}</h2>
      <p class="govuk-body">
        <StandingTag standing={ruling.standing} /> <strong>{says}.</strong> {means}
      </p>
      <Part title="Our own rule" items={own.filter(({ id }) => ruling.rows.includes(id)).map(ownWords)} />
      <Part title="Why" items={cited(toShow(why).slice(0, shown))} />
      {toShow(why).length > shown && (
        <Details summary="More that speaks to it">
          <List items={cited(toShow(why).slice(shown))} />
        </Details>
      )}
      <Part title="Who must agree" items={ruling.needs.map(one => approvals[one])} />
      <Part title="What must be in place" items={cited(inPlace)} />
      <Part title="What is then owed" items={ruling.owed.map(one => owing[one])} />
      {better && (
        <Part
          title="What would change the answer"
          items={better.change.map(({ fact, to }) => (
            <>
              {facts[fact]?.asks} <strong>{facts[fact]?.values[to]}</strong>
            </>
          ))}
        />
      )}
    </section>
  )
}

const ownWords = ({ says, by, on, until }: OwnRule): string =>
  `${says} (${by}, ${on}${until ? `, until ${until}` : ''})`

const Part = ({ title, items }: { readonly title: string; readonly items: readonly ComponentChildren[] }) =>
  items.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s ly-ruled__part">{title}</h3>
      <List items={items} />
    </>
  )
