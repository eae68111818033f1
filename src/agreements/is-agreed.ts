import { sql } from 'kysely'
import { dayAt } from '../guidance/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { agreedOver } from './queries.ts'
import type { Channel } from './rules.ts'

/** Whether contact with a child is agreed to today: over this channel; or, where none is named, in the way in which they are reached. */
export async function isAgreed(
  { db, actor, now }: Reader,
  childId: PersonId,
  over?: Channel,
): Promise<boolean> {
  const agreed = agreedOver({
    agencyId: sql`p.agency_id`,
    childId: sql`p.id`,
    channel: over ? sql`${over}::text` : sql`p.way`,
    day: dayAt(now),
  })
  const { rows } = await sql<{ agreed: boolean }>`
    select ${agreed} as agreed from person p where p.agency_id = ${actor.agencyId} and p.id = ${childId}`.execute(
    db,
  )
  return rows[0]?.agreed ?? false
}

/** Of these people, those who may be reached today in the way in which they are: children where it is agreed to, and everybody else. */
export async function agreedAmong(
  { db, actor, now }: Reader,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const agreed = agreedOver({
    agencyId: sql`p.agency_id`,
    childId: sql`p.id`,
    channel: sql`p.way`,
    day: dayAt(now),
  })
  const { rows } = await sql<{ id: PersonId }>`
    select p.id from person p where p.agency_id = ${actor.agencyId} and p.id = any(${[...people]}::uuid[])
      and (p.kind <> 'child' or ${agreed})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
