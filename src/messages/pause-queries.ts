import { sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import { awayUntil } from '../people/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { ConversationId } from './tables.ts'

export interface PausedRow {
  readonly id: ConversationId
  /** Too few adults are here for the child in it. */
  readonly paused: boolean
  /** The staff in it, the worker first, whether or not they are here. */
  readonly staff: readonly PersonId[]
}

/**
 * Of the conversations that these people are in, and of `owed`, those with a child: whether enough adults are here today, counted
 * as the trigger on messages counts.
 */
export async function selectPaused(
  db: Db,
  which: {
    readonly agencyId: AgencyId
    readonly day: CalendarDay
    readonly people: readonly PersonId[]
    readonly owed: readonly string[]
  },
): Promise<PausedRow[]> {
  const { agencyId, day, people, owed } = which
  const away = awayUntil({ agencyId: sql`p.agency_id`, personId: sql`p.person_id`, day })
  const { rows } = await sql<PausedRow>`
    select n.conversation_id as id, n.adults < 2 or n.here < 1 as paused, n.staff
    from (select p.conversation_id,
        count(*) filter (where who.kind <> 'child' and not gone.away) as adults,
        count(*) filter (where who.kind = 'staff' and not gone.away) as here,
        bool_or(who.kind = 'child') as child,
        coalesce(array_agg(p.person_id order by p.part = 'worker' desc, p.added_at)
          filter (where who.kind = 'staff'), '{}') as staff
      from participant p join person who on who.agency_id = p.agency_id and who.id = p.person_id
      cross join lateral (select who.kind = 'staff' and ${away} is not null as away) gone
      where p.agency_id = ${agencyId} and p.left_at is null
        and p.conversation_id = any(array(
          select mine.conversation_id from participant mine where mine.agency_id = ${agencyId}
            and mine.left_at is null and mine.person_id = any(${[...people]}::uuid[])
          union select unnest(${[...owed]}::uuid[])))
      group by p.conversation_id) n
    where n.child order by n.conversation_id`.execute(db)
  return rows
}
