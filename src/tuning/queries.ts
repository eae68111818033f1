import { sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import { ask, type Db, piece } from '../kit/db/index.ts'
import type { AgencyId } from '../records/index.ts'
import { type TuningEndTable, type TuningId, type TuningTable, tables } from './tables.ts'

export async function insertTuning(db: Db, row: TuningTable): Promise<void> {
  await tables(db).insertInto('tuning').values(row).execute()
}

export async function insertTuningEnd(db: Db, row: TuningEndTable): Promise<void> {
  await tables(db).insertInto('tuning_end').values(row).execute()
}

export type InForce = Pick<TuningTable, 'what' | 'kind' | 'written_by' | 'value'>

const inForce = piece<{ readonly agencyId: AgencyId; readonly day: CalendarDay }, InForce[]>(
  of => sql`
    select json_agg(json_build_object('what', t.what, 'kind', t.kind, 'written_by', t.written_by, 'value', t.value)
      order by t.set_at, t.id)
    from tuning t where t.agency_id = ${of.agencyId} and (t.until is null or t.until >= ${of.day})
      and not exists (select from tuning_end e where e.agency_id = t.agency_id and e.tuning_id = t.id)`,
)

/** Everything that is in force on a day, in the order in which it was set: one question, asked with others. */
export const selectInForce = async (db: Db, agencyId: AgencyId, day: CalendarDay): Promise<InForce[]> =>
  (await ask(db, inForce, { agencyId, day })) ?? []

/** A tuning with the names of those who set and ended it. */
export interface TuningRow extends TuningTable {
  readonly set_by_name: string
  readonly ended_at: Date | null
  readonly ended_by_name: string | null
  readonly ended_because: string | null
}

/** Every tuning there was, or one; the newest first. */
export async function selectTunings(
  db: Db,
  agencyId: AgencyId,
  id: TuningId | null = null,
): Promise<TuningRow[]> {
  const { rows } = await sql<TuningRow>`
    select t.*, s.name as set_by_name, e.ended_at, b.name as ended_by_name, e.reason as ended_because
    from tuning t join person s on s.agency_id = t.agency_id and s.id = t.set_by
    left join tuning_end e on e.agency_id = t.agency_id and e.tuning_id = t.id
    left join person b on b.agency_id = e.agency_id and b.id = e.ended_by
    where t.agency_id = ${agencyId} and (${id}::uuid is null or t.id = ${id})
    order by t.set_at desc, t.id desc`.execute(db)
  return rows
}
