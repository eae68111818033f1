import { sql } from 'kysely'
import { dayAt } from '../guidance/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { agreedOver } from './queries.ts'

/** Whether contact with a child is agreed to today, in the way in which they are reached. */
export async function isAgreed({ db, actor, now }: Reader, childId: PersonId): Promise<boolean> {
  const agreed = agreedOver({
    agencyId: sql`p.agency_id`,
    childId: sql`p.id`,
    channel: sql`p.way`,
    day: dayAt(now),
  })
  const { rows } = await sql<{ agreed: boolean }>`
    select ${agreed} as agreed from person p where p.agency_id = ${actor.agencyId} and p.id = ${childId}`.execute(
    db,
  )
  return rows[0]?.agreed ?? false
}
