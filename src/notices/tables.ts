import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { Reaches } from './rules.ts'

export type GroupId = Id<'notice-group'>
export type NoticeId = Id<'notice'>

export interface GroupTable {
  agency_id: AgencyId
  id: GroupId
  name: string
  made_by: PersonId
  made_at: Date
  entry_id: EntryId
}
/** A child of a group, from when they came until they were taken out: a row points to its newest entry. */
export interface MemberTable {
  agency_id: AgencyId
  id: Id<'notice-member'>
  group_id: GroupId
  child_id: PersonId
  added_at: Date
  until: Date | null
  entry_id: EntryId
}
export interface NoticeTable {
  agency_id: AgencyId
  id: NoticeId
  group_id: GroupId
  reaches: Reaches
  subject: string
  body: string
  recipients: readonly PersonId[]
  written_by: PersonId
  second_id: PersonId | null
  written_at: Date
  draft_key: Id<'draft'>
  entry_id: EntryId
}
export interface CopyTable {
  agency_id: AgencyId
  notice_id: NoticeId
  person_id: PersonId
  given_at: Date | null
  /** Why it is not given to them at all. */
  why_not: 'not-agreed' | 'left' | null
  /** When handing over the letter or text that says so was begun, and when it was taken. */
  claimed_at: Date | null
  handed_at: Date | null
  seen_at: Date | null
  conversation_id: Id<'conversation'> | null
}

export const tables = (db: Db) =>
  db.withTables<{
    notice_group: GroupTable
    notice_member: MemberTable
    notice: NoticeTable
    notice_copy: CopyTable
  }>()
