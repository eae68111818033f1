import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { ConversationId } from '../messages/index.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { FindingKind } from './rules.ts'

export type ReviewId = Id<'review'>
export type DrawId = Id<'review-draw'>

export interface ReviewShareTable {
  agency_id: AgencyId
  id: Id<'review-share'>
  percent: number
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}
export interface ReviewDrawTable {
  agency_id: AgencyId
  id: DrawId
  week: string
  size: number
  root: string
  percent: number
  spoken: number
  drawn_at: Date
  entry_id: EntryId
}
export interface ReviewTable {
  agency_id: AgencyId
  id: ReviewId
  draw_id: DrawId
  conversation_id: ConversationId
  worker_id: PersonId
  reviewer_id: PersonId | null
  opened_at: Date
  finding: FindingKind | null
  words: string | null
  found_at: Date | null
  taken_up_by: PersonId | null
  taken_up_at: Date | null
  entry_id: EntryId
}

type Tables = {
  review_share: ReviewShareTable
  review_draw: ReviewDrawTable
  review: ReviewTable
}

export const tables = (db: Db) => db.withTables<Tables>()
