import type { DutyKind } from '../../duties/index.ts'
import { days, hours, later } from '../../kit/clock.ts'
import type { PersonId } from '../../records/index.ts'
import type { Looked } from './queries.ts'

/**
 * To whom each thing that is owed about a concern goes besides, once it is late: how long after it was due to the deputies (and
 * whoever else is designated), and how long after to those who lead. After that it is counted for the board, as a number alone:
 * late_concerns, db/migrations/0109-nothing-goes-quiet.sql.
 */
const lateness = {
  'look-at-concern': { deputy: 0, leader: hours(4) },
  'tell-lado': { deputy: 0, leader: hours(4) },
  'answer-reporter': { deputy: hours(4), leader: days(1) },
  'do-concern-action': { deputy: days(1), leader: days(3) },
  'review-concern': { deputy: days(1), leader: days(3) },
} as const satisfies Partial<Record<DutyKind, { readonly deputy: number; readonly leader: number }>>
type Late = keyof typeof lateness
const isLate = (kind: DutyKind): kind is Late => kind in lateness

/** Something that somebody owes about a concern, or about what is to be done in it. */
export interface Owed<Kind extends DutyKind = DutyKind> {
  readonly kind: Kind
  readonly aboutId: string
  readonly personId: PersonId
  readonly dueAt: Date
}

/** Those who come next, in their order: everybody here of each role. */
export interface Order {
  readonly designated: readonly PersonId[]
  readonly deputy: readonly PersonId[]
  readonly leader: readonly PersonId[]
}

/** What falls to somebody now, besides to whoever owes it. */
export interface Falls {
  readonly kind: Late
  readonly aboutId: string
  readonly person: PersonId
}

/**
 * What is late of one concern and falls to others now: to everybody of the next who is free of it, and does not owe it already.
 * Never to whom it is about, nor to anybody whose key does not open it.
 */
export function fallingTo(
  { things, readers, within_reach, out }: Looked,
  { owed, order, now }: { readonly owed: readonly Owed[]; readonly order: Order; readonly now: Date },
): readonly Falls[] {
  const free = (id: PersonId) => (readers.includes(id) || within_reach.includes(id)) && !out.includes(id)
  const falls = new Map<string, Falls>()
  const theirs = owed.filter(one => things.includes(one.aboutId))
  for (const { kind, aboutId, dueAt } of theirs) {
    if (!isLate(kind)) continue
    const { deputy, leader } = lateness[kind]
    const come = [
      ...(later(dueAt, deputy) <= now ? [...order.designated, ...order.deputy] : []),
      ...(later(dueAt, leader) <= now ? order.leader : []),
    ]
    for (const person of come.filter(free))
      falls.set(`${kind} ${aboutId} ${person}`, { kind, aboutId, person })
  }
  for (const { kind, aboutId, personId } of theirs) falls.delete(`${kind} ${aboutId} ${personId}`)
  return [...falls.values()]
}
