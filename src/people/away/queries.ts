import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../guidance/index.ts'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'

export interface AwayTable {
  agency_id: AgencyId
  id: Id<'away'>
  person_id: PersonId
  from_day: CalendarDay
  /** The last day they are away; null while nobody knows. */
  last_day: CalendarDay | null
  set_by: PersonId
  set_at: Date
  ended_at: Date | null
  entry_id: EntryId
}

const tables = (db: Db) => db.withTables<{ away: AwayTable }>()

/** What stands of when somebody is away, now and to come, the soonest first. */
export function selectAways(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly personId: PersonId; readonly day: CalendarDay },
): Promise<AwayTable[]> {
  return tables(db)
    .selectFrom('away')
    .selectAll()
    .where('agency_id', '=', which.agencyId)
    .where('person_id', '=', which.personId)
    .where('ended_at', 'is', null)
    .where(({ or, eb }) => or([eb('last_day', 'is', null), eb('last_day', '>=', which.day)]))
    .orderBy('from_day')
    .execute()
}

export async function insertAway(db: Db, row: AwayTable): Promise<void> {
  await tables(db).insertInto('away').values(row).execute()
}

export async function endAwayRow(db: Db, row: AwayTable): Promise<void> {
  await tables(db)
    .updateTable('away')
    .set({ ended_at: row.ended_at, entry_id: row.entry_id })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.id)
    .execute()
}

/** Whether a row of `away` is of a day; and the last day of such rows: `infinity` while nobody knows it. */
const isOn = (day: CalendarDay | RawBuilder<CalendarDay>) =>
  sql`away.ended_at is null and ${day}::date between away.from_day and coalesce(away.last_day, 'infinity')`
const lastDay = sql`max(coalesce(away.last_day, 'infinity'))`

/**
 * The last day that a person is away for, when they are away on `day`, as a part of a question: `infinity` while nobody knows
 * it, null when they are here. The agency and the person are SQL of the question's own.
 */
export const awayUntil = (which: {
  readonly agencyId: RawBuilder<unknown>
  readonly personId: RawBuilder<unknown>
  readonly day: CalendarDay | RawBuilder<CalendarDay>
}): RawBuilder<CalendarDay | 'infinity' | null> => sql`(select ${lastDay} from away
    where away.agency_id = ${which.agencyId} and away.person_id = ${which.personId} and ${isOn(which.day)})`

/** Everybody of an agency who is away on a day, with the last day of it: to be joined to those a question is about. */
export const awayOn = (which: {
  readonly agencyId: RawBuilder<unknown>
  readonly day: CalendarDay | RawBuilder<CalendarDay>
}): RawBuilder<{ person_id: PersonId; until: CalendarDay | 'infinity' }> => sql`(
    select away.person_id, ${lastDay} as until from away
    where away.agency_id = ${which.agencyId} and ${isOn(which.day)} group by away.person_id)`
