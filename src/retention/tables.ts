import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { KeptKind } from './rules.ts'

export type HoldId = Id<'erasing-hold'>

export interface RetentionRuleTable {
  agency_id: AgencyId
  id: Id<'retention-rule'>
  kind: KeptKind
  months: number
  says: string
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}

/** On a person or on a conversation. */
export interface HoldTable {
  agency_id: AgencyId
  id: HoldId
  person_id: PersonId | null
  conversation_id: Id<'conversation'> | null
  reason: string
  review_on: CalendarDay
  placed_by: PersonId
  placed_at: Date
  entry_id: EntryId
}

export interface HoldStepTable {
  agency_id: AgencyId
  id: Id<'erasing-hold-step'>
  hold_id: HoldId
  step: 'stays' | 'lifted'
  reason: string
  review_on: CalendarDay | null
  taken_by: PersonId
  taken_at: Date
  entry_id: EntryId
}

export interface ErasureBatchTable {
  agency_id: AgencyId
  id: Id<'erasure-batch'>
  kind: KeptKind
  erased: number
  failed: readonly string[]
  done_at: Date
  entry_id: EntryId
}

export const tables = (db: Db) =>
  db.withTables<{
    retention_rule: RetentionRuleTable
    erasing_hold: HoldTable
    erasing_hold_step: HoldStepTable
    erasure_batch: ErasureBatchTable
  }>()
