import type { Live } from '../kit/live.ts'
import type { Ground } from '../records/index.ts'
import { type Beside, together } from './beside.ts'
import { familyKeptScreen } from './closed.screen.tsx'
import { conversationScreen, type ExportAt } from './conversation.screen.tsx'
import { conversationsScreen } from './conversations.screen.tsx'
import { eraseMessageScreen } from './erase-message.screen.tsx'
import { familyConversationScreen, familyScreen, familyWriteScreen } from './family.screen.tsx'
import { familyHelpScreen, familyKeptHelpScreen } from './family-help.screen.tsx'
import { familyNewScreen } from './family-new.screen.tsx'
import type { FamilyNotices } from './family-notices.tsx'
import { keptDetailsScreen, keptScreen } from './kept.screen.tsx'
import { livePages } from './live.ts'
import { detailsScreen } from './marks/details.screen.tsx'
import { type Helped, markScreen } from './marks/mark.screen.tsx'
import { openConversationScreen } from './open-conversation.screen.tsx'
import { searchScreen } from './search/search.screen.tsx'
import { secondAdultScreen } from './second-adult.screen.tsx'
import { teamScreen } from './team.screen.tsx'
import { waitingScreen } from './waiting/waiting.screen.tsx'
import { waitingListScreen } from './waiting/waiting-list.screen.tsx'
import { type Telling, worriedPages } from './worried/index.ts'

import { writeScreen } from './write.screen.tsx'

export { conversationToRead, conversationToWrite, messageToErase, supervisedAmong } from './access.ts'
export type { Answered } from './answer.ts'
export { type Beginning, beginnings } from './beginnings.ts'
export type { Aside, Beside } from './beside.ts'
export { ChooseChild, oneList } from './choose-child.tsx'
export { NewMessages } from './conversations.screen.tsx'
export {
  conversationOf,
  type MessageToDeliver,
  messageToDeliver,
  staffIn,
  type ToDeliver,
  whereSaid,
} from './deliver-to.ts'
export { workEnded } from './end-conversation.ts'
export { eraseMessage } from './erase-message.ts'
export { messagesKept } from './erasing/kinds.ts'
export { openedParts } from './erasing/opened-parts.ts'
export {
  conversationEndEvidence,
  conversationEvidence,
  keptWordsEvidence,
  markEvidences,
  messageEvidence,
  participantEvidence,
  waitingEvidences,
} from './evidence.ts'
export { goOn } from './family.screen.tsx'
export { type FamilyPlace, familyPlaces } from './family-places.ts'
export { conversationsHolding } from './hand-over.ts'
export { messageJobs } from './jobs.ts'
export { isKeptAs } from './kept-words.ts'
export { linksEnded } from './links-ended.ts'
export { countUnseen } from './list-queries.ts'
export {
  conversationsOf,
  conversationsThatSay,
  endedAt,
  everInIt,
  type StretchOfTalk,
  spokenIn,
  stretchOfTalk,
  whoIsIn,
} from './look-back.ts'
export { dangerIn, hearDanger } from './marks/hear-danger.ts'
export { maskWords } from './marks/mask.ts'
export { OpenWords, openFields, openRefused, openTold } from './marks/open-words.tsx'
export { type AsRead, asRead, openWords } from './marks/words-opened.ts'
export { maskedText } from './masked-text.ts'
export { type OwnRefusal, openConversation, oursForbid } from './open-conversation.ts'
export { pastMessages } from './past-messages.ts'
export { presenceChanged } from './pauses.ts'
export { routes } from './routes.ts'
export { isStaff, longestMessage, mayOpen, maySupervise, maySuperviseAll, type Part } from './rules.ts'
export { type Kept, keptOf, screened } from './screened.ts'
export { type SaidWith, saidWith } from './search/said-with.ts'
export { type Draft, draftKey, sendMessage } from './send-message.ts'
export type { ConversationId, MessageId } from './tables.ts'
export { tieEnded } from './tie-ended.ts'
export { topicOf } from './topic.ts'
export { FoundList } from './waiting/parts.tsx'
export { allDesignated, whoAnswers } from './who-answers.ts'
export { messagesWhomNow } from './whom-now.ts'
export { conversationBetween } from './with-person.ts'
export { whyNot } from './words.tsx'
export { worryEvidence } from './worried/index.ts'
export { messageFields } from './write.screen.tsx'
export { writeFirst } from './write-first.ts'

/**
 * `notices` are what somebody of a family has been sent besides: their page shows them. `meanwhile` is what happened between
 * messages: shown with the page, and not with each message that comes while it is open. Their rooms are above this one.
 */
export const messagePages = (
  ground: Ground,
  live: Live,
  {
    beside,
    helped,
    meanwhile,
    notices,
    exportAt,
    worried,
  }: {
    readonly beside: Beside
    /** Whether whoever wrote by email or text was told whom to turn to, in a sentence; undefined for the page. */
    readonly helped: Helped
    readonly meanwhile: Beside
    readonly notices: FamilyNotices
    readonly exportAt: ExportAt
    readonly worried: Telling
  },
) => [
  conversationsScreen,
  teamScreen,
  searchScreen,
  waitingListScreen,
  waitingScreen,
  markScreen(helped),
  detailsScreen,
  openConversationScreen,
  keptScreen,
  keptDetailsScreen,
  conversationScreen(together(beside, meanwhile), exportAt),
  writeScreen,
  eraseMessageScreen,
  secondAdultScreen,
  familyScreen(notices),
  familyNewScreen,
  familyKeptScreen,
  familyKeptHelpScreen,
  familyHelpScreen,
  familyConversationScreen,
  familyWriteScreen,
  ...worriedPages(worried),
  ...livePages(ground, live, beside),
]
