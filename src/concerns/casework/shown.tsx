import { inDays, inFull } from '../../kit/clock.ts'
import { Link, Subheading, SummaryList, Tag, Warning } from '../../ui/index.ts'
import type { Concern } from '../access.ts'
import { Figures } from './body/figure.tsx'
import { readBody } from './body/places.ts'
import { type Case, readsNow, standsAt } from './case-of.ts'
import { work } from './routes.ts'

interface Shown {
  readonly concern: Concern
  readonly of: Case
}

/** What has to be seen first: that it is closed or asked to be, that somebody let themself in, what is late. */
export const Stands = ({ of, now }: { readonly of: Case; readonly now: Date }) => {
  const stands = standsAt(of)
  const late = of.actions.filter(({ done_at, due_at }) => !done_at && due_at < now)
  return (
    <>
      {of.steps
        .filter(({ step }) => step === 'glass-broken')
        .map(({ id, taken_by, taken_at }) => (
          <Warning key={id}>
            {of.nameOf(taken_by)} let themself in at {inFull(taken_at)}, as nobody who reads this could be
            reached. Why stands below.
          </Warning>
        ))}
      {stands !== 'open' && (
        <p class="govuk-body">
          <Tag colour={stands === 'closed' ? 'grey' : 'yellow'}>
            {stands === 'closed' ? 'Closed' : 'Asked to be closed'}
          </Tag>
        </p>
      )}
      {late.length > 0 && (
        <p class="govuk-body">
          <Tag colour="red">Late</Tag> {late.length === 1 ? 'One thing' : `${late.length} things`} that was to
          be done.
        </p>
      )}
    </>
  )
}

/** What is to be done, and what was. */
export const ToDo = ({ concern: { pieces }, of: { actions, nameOf } }: Shown) =>
  actions.length === 0 ? null : (
    <>
      <Subheading>To be done</Subheading>
      <ul class="ly-list">
        {actions.map(({ id, piece_id, owner_id, due_at, done_at }) => (
          <li key={id}>
            {pieces.find(piece => piece.id === piece_id)?.words}
            <span class="ly-list__aside">
              {nameOf(owner_id)}, by {inDays(due_at)}.{' '}
              {done_at ? (
                `Done ${inFull(done_at)}.`
              ) : (
                <Link href={work.action.to({ action: id })}>It is done</Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )

/** The places that were marked on the body. */
export const Marked = ({ concern: { pieces } }: Pick<Shown, 'concern'>) => {
  const marked = pieces.flatMap(({ kind, words }) => (kind === 'body' ? (readBody(words)?.id ?? []) : []))
  return marked.length === 0 ? null : (
    <>
      <Subheading>Marked on the body</Subheading>
      <Figures marked={marked} />
    </>
  )
}

/** Who is in it: linked, whom it is about, and who reads it. */
export const People = ({ concern: { row }, of }: Shown) => {
  const { links, subjects, readers, nameOf } = of
  const about = [...row.subjects, ...subjects.filter(({ why }) => why === 'named').map(one => one.person_id)]
  const why = new Map(readers.map(one => [one.person_id, one.why]))
  const near = subjects.filter(one => one.why === 'too-near').map(one => one.person_id)
  const reads = readsNow(row, of)
  const left = row.left_out?.filter(id => !reads.includes(id) && !about.includes(id)) ?? []
  const named = (ids: readonly (typeof about)[number][]) => [...new Set(ids)].map(nameOf).join(', ')
  const children = links.filter(one => one.part === 'child')
  const linked = (part: (typeof links)[number]['part']) =>
    named(links.filter(one => one.part === part).map(one => one.person_id))
  return (
    <>
      <Subheading>Who is in it</Subheading>
      <SummaryList
        rows={[
          {
            key: 'Children',
            value:
              children.length > 0 &&
              children.map(({ person_id }, at) => (
                <>
                  {at > 0 && ', '}
                  <Link href={work.child.to({ person: person_id })}>{nameOf(person_id)}</Link>
                </>
              )),
          },
          { key: 'Family', value: linked('family') },
          { key: 'Staff who saw it', value: linked('staff') },
          { key: 'About', value: named(about) },
          { key: 'Kept out too', value: named(near) },
          { key: 'Left out, as it may be about them', value: named(left) },
          {
            key: 'Reads it',
            value: reads.map(id => nameOf(id) + (why.get(id) === 'late' ? ' (it was late)' : '')).join(', '),
          },
        ].filter(({ value }) => value)}
      />
    </>
  )
}
