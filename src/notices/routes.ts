import { address } from '../screens/index.ts'
import { mayWriteNotices } from './rules.ts'

export const routes = {
  notices: address('/notices', mayWriteNotices),
  newGroup: address('/notices/groups/new', mayWriteNotices),
  group: address('/notices/groups/:group', mayWriteNotices),
  change: address('/notices/groups/:group/change', mayWriteNotices),
  write: address('/notices/groups/:group/write', mayWriteNotices),
  notice: address('/notices/:notice', 'staff'),
  familyNotice: address('/family-notices/:notice', 'family'),
  familyAnswer: address('/family-notices/:notice/answer', 'family'),
} as const
