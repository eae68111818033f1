import { chasedAfter, dutyRules, overdueAmong } from '../duties/index.ts'
import { later } from '../kit/clock.ts'
import { lineOf, mayManage, staff } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'

/** Something overdue, owed by somebody the reader answers for. */
export interface Overdue {
  readonly id: string
  readonly who: string
  readonly title: string
  readonly dueAt: Date
}

/**
 * What is overdue among the people the reader answers for, from the step on at which the reader was told; for a senior
 * manager, among everybody else in the agency. The longest overdue first, at most 500.
 */
export async function overdueUnder(reader: Reader<PersonActor>): Promise<readonly Overdue[]> {
  const { actor, now } = reader
  const everybody = await staff(reader)
  const line = actor.roles.includes('senior-manager')
    ? everybody.map(member => member.id).filter(id => id !== actor.personId)
    : mayManage.some(role => actor.roles.includes(role))
      ? await lineOf(reader, actor.personId)
      : []
  const names = new Map(everybody.map(({ id, name }) => [id, name]))
  const rows = await overdueAmong(reader, line)
  return rows
    .filter(row => later(row.due_at, chasedAfter(row.kind)) <= now)
    .map(row => ({
      id: row.id,
      who: names.get(row.person_id) ?? '',
      title: dutyRules[row.kind].title,
      dueAt: row.due_at,
    }))
}
