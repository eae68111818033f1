import type { Live } from '../kit/live.ts'
import type { Ground } from '../records/index.ts'
import type { Beside } from './beside.ts'
import { conversationScreen } from './conversation.screen.tsx'
import { conversationsScreen, teamScreen } from './conversations.screen.tsx'
import { eraseMessageScreen } from './erase-message.screen.tsx'
import {
  familyConversationScreen,
  familyNewScreen,
  familyScreen,
  familyWriteScreen,
} from './family.screen.tsx'
import { livePages } from './live.ts'
import { openConversationScreen } from './open-conversation.screen.tsx'
import { secondAdultScreen } from './second-adult.screen.tsx'
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
export { openConversation } from './open-conversation.ts'
export { pastMessages } from './past-messages.ts'
export { presenceChanged } from './pauses.ts'
export { routes } from './routes.ts'
export { isStaff, longestMessage, mayOpen, maySupervise, maySuperviseAll, type Part } from './rules.ts'
export { sendMessage, topicOf } from './send-message.ts'
export type { ConversationId, MessageId } from './tables.ts'
export { conversationBetween } from './with-person.ts'

export const messagePages = (ground: Ground, live: Live, beside: Beside) => [
  conversationsScreen,
  teamScreen,
  openConversationScreen,
  conversationScreen(beside),
  writeScreen,
  eraseMessageScreen,
  secondAdultScreen,
  familyScreen,
  familyNewScreen,
  familyConversationScreen,
  familyWriteScreen,
  ...livePages(ground, live, beside),
]
