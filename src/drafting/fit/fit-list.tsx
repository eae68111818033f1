import { clause, type Fit, fitStands, fitWords, type MadeOf } from '../../clauses/index.ts'
import { statement } from '../../guidance/index.ts'
import { Button, Details, Hidden, Link, List, Paragraph, Subheading, Tag } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { fitColours } from './fit-summary.tsx'

/** What needs somebody first stands first, and what is covered last. */
const order = [...fitStands].reverse()
const ordered = [...order.filter(stands => stands !== 'covered'), 'covered'] as const

/** Where somebody can act on it: the draft that is being written. */
export interface Acting {
  readonly policy: string
  readonly from: string
}

/**
 * How a text stands to every statement that it should carry: in the guidance's words restated, why, and what to do about it
 * where something can be done.
 */
export function FitList(about: {
  readonly fits: readonly Fit[]
  readonly madeOf: MadeOf
  readonly acting?: Acting | undefined
  /** Why, which may name whoever found it. Left out for those who are to see no names. */
  readonly reasons?: boolean | undefined
}) {
  const { fits } = about
  return (
    <>
      {ordered.map(stands => {
        const these = fits.filter(fit => fit.stands === stands)
        if (these.length === 0) return null
        const title = `${fitWords[stands].word}: ${these.length}`
        const all = (
          <>
            <Paragraph>{fitWords[stands].means}</Paragraph>
            <ul class="ly-list">
              {these.map(fit => (
                <li key={fit.statement} id={fit.statement}>
                  <One {...about} fit={fit} />
                </li>
              ))}
            </ul>
          </>
        )
        // What nobody has to do anything about is there to open, and not in the way.
        if (stands === 'covered')
          return (
            <Details key={stands} summary={title}>
              {all}
            </Details>
          )
        return (
          <section key={stands}>
            <Subheading>{title}</Subheading>
            {all}
          </section>
        )
      })}
    </>
  )
}

function One({
  fit,
  madeOf,
  acting,
  reasons = true,
}: {
  readonly reasons?: boolean | undefined
  readonly fit: Fit
  readonly madeOf: MadeOf
  readonly acting?: Acting | undefined
}) {
  return (
    <>
      <strong>{statement(fit.statement).says}</strong>{' '}
      <Tag colour={fitColours[fit.stands]}>{fitWords[fit.stands].word}</Tag>
      <span class="ly-list__aside">
        {fit.statement}. {reasons && fit.why}
      </span>
      {acting && <WhatToDo fit={fit} madeOf={madeOf} acting={acting} />}
    </>
  )
}

/** The one thing to do about a statement: fill in, add the clause now, or have a person read it. */
function WhatToDo({
  fit,
  madeOf,
  acting: { policy, from },
}: {
  readonly fit: Fit
  readonly madeOf: MadeOf
  readonly acting: Acting
}) {
  if (fit.stands === 'covered') return null
  const there = new Set(madeOf.parts.map(part => part.clause))
  const addable = fit.stands === 'missing' ? fit.clauses.filter(id => !there.has(id)).slice(0, 1) : []
  const steps = [
    ...fit.unfilled.map(blank => (
      <Link key={blank} href={routes.blank.to({ policy, blank })}>
        Fill it in
      </Link>
    )),
    ...fit.parts
      .filter(() => fit.unfilled.length === 0)
      .flatMap(id => madeOf.parts.filter(part => part.id === id))
      .map(part => (
        <Link
          key={part.id}
          href={routes[fit.stands === 'to-check' ? 'check' : 'part'].to({ policy, part: part.id })}
        >
          {fit.stands === 'to-check' ? 'Hold it against the guidance' : 'Look at it'}:{' '}
          {part.heading || 'the part'}
        </Link>
      )),
  ]
  return (
    <>
      {addable.map(id => (
        <form method="post" key={id}>
          <Hidden name="from" value={from} />
          <Button name="clause" value={id} kind="secondary" once>
            Add this now: {clause(id).heading}
          </Button>
        </form>
      ))}
      {steps.length > 0 && <List items={steps} />}
    </>
  )
}
