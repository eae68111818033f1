import type { ColumnType } from 'kysely'
import type { Approval, CalendarDay, Owed, Standing, StatementId } from '../guidance/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'

export type TighteningId = Id<'tightening'>
export type DecisionId = Id<'decision'>

/** Where a rule holds: for each fact that matters, the values of it. */
export type Conditions = Readonly<Record<string, readonly string[]>>

/** Kept as JSON: read as it is, written as text. */
type Json<T> = ColumnType<T, string, never>

interface OwnTightening<Where, Needs, Owing, Because> {
  agency_id: AgencyId
  id: TighteningId
  act: string
  conditions: Where
  at_most: Standing
  needs: Needs
  owed: Owing
  says: string
  because: Because
  begins_on: CalendarDay
  set_by: PersonId | null
  policy_id: string | null
  policy_title: string | null
  policy_version: number | null
  set_at: Date
  entry_id: EntryId
}
type Statements = readonly [StatementId, ...StatementId[]]
export type TighteningTable = OwnTightening<Conditions, readonly Approval[], readonly Owed[], Statements>

export interface TighteningEndTable {
  agency_id: AgencyId
  id: Id<'tightening-end'>
  tightening_id: TighteningId
  ended_by: PersonId | null
  reason: string
  ended_at: Date
  entry_id: EntryId
}

interface OwnDecision<Where, Because> {
  agency_id: AgencyId
  id: DecisionId
  act: string
  limit_row: string
  conditions: Where
  stands: 'poor' | 'safe'
  says: string
  because: Because
  begins_on: CalendarDay
  until: CalendarDay
  decided_by: PersonId
  decided_at: Date
  entry_id: EntryId
}
export type DecisionTable = OwnDecision<Conditions, Statements>

export interface DecisionHolderTable {
  agency_id: AgencyId
  id: Id<'decision-holder'>
  decision_id: DecisionId
  person_id: PersonId
  set_at: Date
  entry_id: EntryId
}

export interface DecisionEndTable {
  agency_id: AgencyId
  id: Id<'decision-end'>
  decision_id: DecisionId
  at_once: boolean
  ended_by: PersonId
  reason: string
  ended_at: Date
  entry_id: EntryId
}

export type Tables = {
  own_tightening: OwnTightening<
    Json<Conditions>,
    Json<readonly Approval[]>,
    Json<readonly Owed[]>,
    Json<Statements>
  >
  own_tightening_end: TighteningEndTable
  own_decision: OwnDecision<Json<Conditions>, Json<Statements>>
  own_decision_holder: DecisionHolderTable
  own_decision_end: DecisionEndTable
}
