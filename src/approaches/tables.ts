import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { Did, How, Platform, Situation } from './rules.ts'

export type ApproachId = Id<'approach'>

export interface ApproachTable {
  agency_id: AgencyId
  id: ApproachId
  told_by: PersonId
  person_id: PersonId | null
  described: string | null
  situation: Situation
  how: How
  platform: Platform
  platform_name: string | null
  happened: string | null
  did: Did
  told_at: Date
  draft_key: Id<'draft'>
  entry_id: EntryId
}

export interface AnswerTable {
  agency_id: AgencyId
  id: Id<'approach-answer'>
  approach_id: ApproachId
  answered_by: PersonId
  words: string
  answered_at: Date
  entry_id: EntryId
}

export const tables = (db: Db) => db.withTables<{ approach: ApproachTable; approach_answer: AnswerTable }>()
