import { sql } from 'kysely'
import { type CalendarDay, dayAt } from '../../guidance/index.ts'
import type { PersonId, Reader } from '../../records/index.ts'
import { awayUntil } from './queries.ts'

/** Until when somebody is away who is away today: a day, or `infinity` while nobody knows. Undefined when they are here. */
export async function awayToday(
  { db, actor, now }: Reader,
  personId: PersonId,
): Promise<CalendarDay | 'infinity' | undefined> {
  const which = { agencyId: sql`${actor.agencyId}::uuid`, personId: sql`${personId}::uuid`, day: dayAt(now) }
  const { rows } = await sql<{ until: CalendarDay | 'infinity' | null }>`
    select ${awayUntil(which)}::text as until`.execute(db)
  return rows[0]?.until ?? undefined
}

/** Everybody who is away today. */
export async function whoIsAway({ db, actor, now }: Reader): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    select distinct person_id from away where agency_id = ${actor.agencyId} and ended_at is null
      and ${dayAt(now)}::date between from_day and coalesce(last_day, 'infinity')`.execute(db)
  return rows.map(row => row.person_id)
}

/** Since when those of these people who are away today have been: the beginning of their first day, or when it was entered. */
export async function awayFrom(
  { db, actor, now }: Reader,
  people: readonly PersonId[],
): Promise<readonly Date[]> {
  if (people.length === 0) return []
  const { rows } = await sql<{ since: Date }>`
    select greatest(set_at, from_day::timestamp at time zone 'Europe/London') as since from away
    where agency_id = ${actor.agencyId} and ended_at is null and person_id = any(${[...people]}::uuid[])
      and ${dayAt(now)}::date between from_day and coalesce(last_day, 'infinity')`.execute(db)
  return rows.map(row => row.since)
}
