import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { WrittenBy } from './rules.ts'

export type TuningId = Id<'tuning'>

export interface TuningTable {
  agency_id: AgencyId
  id: TuningId
  what: 'stricter' | 'gentler' | 'phrase' | 'name'
  kind: string | null
  written_by: WrittenBy | null
  /** What is to come of it, the phrase, or the name. */
  value: string
  says: string
  until: CalendarDay | null
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}

export interface TuningEndTable {
  agency_id: AgencyId
  id: Id<'tuning-end'>
  tuning_id: TuningId
  ended_by: PersonId
  reason: string
  ended_at: Date
  entry_id: EntryId
}

export const tables = (db: Db) => db.withTables<{ tuning: TuningTable; tuning_end: TuningEndTable }>()
