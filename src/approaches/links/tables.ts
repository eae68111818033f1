import type { CalendarDay } from '../../guidance/index.ts'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { Platform } from '../rules.ts'
import type { LinkDecision, Relation } from './rules.ts'

export type LinkId = Id<'personal-link'>

export interface LinkTable {
  agency_id: AgencyId
  id: LinkId
  declared_by: PersonId
  person_id: PersonId | null
  described: string | null
  relation: Relation
  platform: Platform | null
  says: string | null
  declared_at: Date
  draft_key: Id<'draft'>
  entry_id: EntryId
}

export interface LinkDecisionTable {
  agency_id: AgencyId
  id: Id<'personal-link-decision'>
  link_id: LinkId
  decision: LinkDecision
  limits: string | null
  ends_on: CalendarDay | null
  review_on: CalendarDay
  decided_by: PersonId
  decided_at: Date
  entry_id: EntryId
}

export interface LinkEndTable {
  agency_id: AgencyId
  id: Id<'personal-link-end'>
  link_id: LinkId
  ended_by: PersonId | null
  because: 'no-longer' | 'left'
  ended_at: Date
  entry_id: EntryId
}

export const linkTables = (db: Db) =>
  db.withTables<{
    personal_link: LinkTable
    personal_link_decision: LinkDecisionTable
    personal_link_end: LinkEndTable
  }>()
