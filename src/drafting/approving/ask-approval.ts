import { textOf } from '../../clauses/index.ts'
import { openDuties } from '../../duties/index.ts'
import { type CalendarDay, dayAt, monthsAfter } from '../../guidance/index.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { type Member, staff, withRole } from '../../people/index.ts'
import type { PersonActor, PersonId, Reader, Recorded, Writer } from '../../records/index.ts'
import type { Draft } from '../access.ts'
import type { StepTable } from '../queries.ts'
import { allows, mayApprove } from '../rules.ts'
import { takeStep } from './step.ts'

export interface Asking {
  readonly of: PersonId
  readonly changeNote: string
  readonly signAgain: boolean
  /** From when it is in force: today, or a later day. */
  readonly effectiveOn: CalendarDay
}
export type AskRefusal =
  | Refused<'not-being-written'>
  | Refused<'nothing-written'>
  | Refused<'nothing-changed'>
  | Refused<'cannot-approve'>
  | Refused<'day-is-past'>
  | Refused<'day-too-far'>

/** Those who may approve a draft: it is their role, they work here, and they wrote none of it. */
export async function approversOf(reader: Reader, writers: readonly PersonId[]): Promise<readonly Member[]> {
  const having = await Promise.all(mayApprove.map(role => withRole(reader, role)))
  const may = new Set(having.flat().filter(id => !writers.includes(id)))
  return (await staff(reader)).filter(({ id }) => may.has(id))
}

/** Asks a second person to approve the draft as it stands. Until they answer, or it is taken back, its words stay as they are. */
export async function askApproval(
  writer: Writer<PersonActor>,
  draft: Permitted<'write', Draft>,
  given: Asking,
): Promise<Recorded<StepTable> | AskRefusal> {
  const { shelf, revision, state, writers } = draft
  if (!allows(state, 'asked')) return refuse('not-being-written')
  const text = textOf(revision.made_of)
  if (!text) return refuse('nothing-written')
  if (text === shelf.newest?.text) return refuse('nothing-changed')
  const wrong = wrongDay(writer, given.effectiveOn)
  if (wrong) return wrong
  const approvers = await approversOf(writer, writers)
  if (!approvers.some(({ id }) => id === given.of)) return refuse('cannot-approve')
  const done = await takeStep(writer, draft, 'asked', {
    words: given.changeNote,
    asked_of: given.of,
    sign_again: given.signAgain,
    effective_on: given.effectiveOn,
  })
  const { policy } = shelf
  await openDuties(
    writer,
    'approve-policy',
    [given.of],
    { kind: 'policy', id: policy.id },
    done.value.entry_id,
  )
  return done
}

/** A day on which nothing can come into force: it is gone, or more than a year off. */
export function wrongDay(
  { now }: Reader,
  day: CalendarDay,
): Refused<'day-is-past'> | Refused<'day-too-far'> | undefined {
  const today = dayAt(now)
  if (day < today) return refuse('day-is-past')
  return day > monthsAfter(today, 12) ? refuse('day-too-far') : undefined
}
