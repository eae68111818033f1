import type { Live } from '../kit/live.ts'
import type { Ground } from '../records/index.ts'
import type { Beside } from './beside.ts'
import { conversationScreen } from './conversation.screen.tsx'
import { conversationsScreen, teamScreen } from './conversations.screen.tsx'
import { eraseMessageScreen } from './erase-message.screen.tsx'
import {
  type FamilyNotices,
  familyConversationScreen,
  familyNewScreen,
  familyScreen,
  familyWriteScreen,
} from './family.screen.tsx'
import { livePages } from './live.ts'
import { openConversationScreen } from './open-conversation.screen.tsx'
import { secondAdultScreen } from './second-adult.screen.tsx'
import { worriedPages } from './worried/index.ts'
import { writeScreen } from './write.screen.tsx'

export { conversationToRead, conversationToWrite, messageToErase, supervisedAmong } from './access.ts'
export { type Beginning, beginnings } from './beginnings.ts'
export type { Aside, Beside } from './beside.ts'
export { ChooseChild, oneList } from './choose-child.tsx'
export {
  conversationOf,
  type MessageToDeliver,
  messageToDeliver,
  staffIn,
  type ToDeliver,
} from './deliver-to.ts'
export { eraseMessage } from './erase-message.ts'
export { conversationEvidence, messageEvidence, participantEvidence } from './evidence.ts'
export { conversationsHolding } from './hand-over.ts'
export { messageJobs } from './jobs.ts'
export { linksEnded } from './links-ended.ts'
export { countUnseen } from './list-queries.ts'
export { spokenIn, whoIsIn } from './look-back.ts'
export { type OwnRefusal, openConversation, oursForbid } from './open-conversation.ts'
export { presenceChanged } from './pauses.ts'
export { routes } from './routes.ts'
export { isStaff, longestMessage, mayOpen, maySupervise, maySuperviseAll, type Part } from './rules.ts'
export { stoppedBy } from './screened.ts'
export { type Draft, draftKey, sendMessage, topicOf } from './send-message.ts'
export type { ConversationId, MessageId } from './tables.ts'
export { conversationBetween } from './with-person.ts'
export { whyNot } from './words.tsx'
export { worryEvidence } from './worried/index.ts'
export { messageFields } from './write.screen.tsx'
export { writeFirst } from './write-first.ts'

/** `notices` are what somebody of a family has been sent besides: their page shows them. The room of notices is above this one. */
export const messagePages = (ground: Ground, live: Live, beside: Beside, notices: FamilyNotices) => [
  conversationsScreen,
  teamScreen,
  openConversationScreen,
  conversationScreen(beside),
  writeScreen,
  eraseMessageScreen,
  secondAdultScreen,
  familyScreen(notices),
  familyNewScreen,
  familyConversationScreen,
  familyWriteScreen,
  ...worriedPages,
  ...livePages(ground, live, beside),
]
