import { familyAnswerScreen, familyNoticeScreen } from './family.screen.tsx'
import { changeGroupScreen, groupScreen, newGroupScreen, noticesScreen } from './groups.screen.tsx'
import { noticeScreen } from './notice.screen.tsx'
import { writeNoticeScreen } from './write.screen.tsx'

export { noticesEvidence } from './evidence.ts'
export { noticesForFamily } from './family.screen.tsx'
export { noticeJobs } from './give-notice.ts'
export { groupsHolding } from './holding.ts'
export { keptNotices } from './kept-kind.ts'
export { routes } from './routes.ts'

export const noticePages = [
  noticesScreen,
  newGroupScreen,
  groupScreen,
  changeGroupScreen,
  writeNoticeScreen,
  noticeScreen,
  familyNoticeScreen,
  familyAnswerScreen,
]
