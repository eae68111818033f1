import { evidence } from '../records/index.ts'
import type { GroupTable, MemberTable, NoticeTable } from './tables.ts'

/** A group, and whose it is now: a row points to its newest entry. */
export const groupEvidence = evidence<GroupTable>()({
  table: 'notice_group',
  events: ['notice-group.made', 'notice-group.handed-over'],
  columns: ['id', 'name', 'made_by', 'made_at'],
  erasable: [],
})

export const memberEvidence = evidence<MemberTable>()({
  table: 'notice_member',
  events: ['notice-member.added', 'notice-member.taken-out'],
  columns: ['id', 'group_id', 'child_id', 'added_at', 'until'],
  erasable: [],
})

/** A notice, with everybody it was for. Who has been given theirs, and who has looked, is no part of it. */
export const noticeEvidence = evidence<NoticeTable>()({
  table: 'notice',
  events: ['notice.written'],
  columns: [
    'id',
    'group_id',
    'reaches',
    'subject',
    'body',
    'recipients',
    'written_by',
    'second_id',
    'written_at',
    'draft_key',
  ],
  erasable: ['subject', 'body'],
  neverEmpty: ['subject', 'body'],
})

export const noticesEvidence = [groupEvidence, memberEvidence, noticeEvidence]
