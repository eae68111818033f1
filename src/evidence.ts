import { agreementsEvidence } from './agreements/index.ts'
import { approachesEvidence } from './approaches/index.ts'
import { callEvidence } from './calls/index.ts'
import { channelEvidence } from './channels/index.ts'
import { concernsEvidence } from './concerns/index.ts'
import { draftingEvidence } from './drafting/index.ts'
import { exportsEvidence } from './exports/index.ts'
import { passEvidence, renewalEvidence, walkEvidence } from './induction/index.ts'
import { noteCheckEvidence } from './library/index.ts'
import {
  conversationEndEvidence,
  conversationEvidence,
  keptWordsEvidence,
  markEvidences,
  messageEvidence,
  participantEvidence,
  waitingEvidences,
  worryEvidence,
} from './messages/index.ts'
import { noticesEvidence } from './notices/index.ts'
import { ownRulesEvidence } from './own-rules/index.ts'
import { importEvidence, organisationEvidence, peopleEvidence } from './people/index.ts'
import {
  approvalEvidence,
  ownerEvidence,
  policyEvidence,
  sheetAnswerEvidence,
  sheetEvidence,
  signatureEvidence,
  understandingEvidence,
  versionEvidence,
} from './policies/index.ts'
import { posterEvidence } from './posters/index.ts'
import type { Evidence } from './records/index.ts'
import { retentionEvidence } from './retention/index.ts'
import { reviewsEvidence } from './reviews/index.ts'
import { sealingEvidence } from './sealing/index.ts'
import { textEvidence } from './texts/index.ts'
import { tuningEvidence } from './tuning/index.ts'

/** Every table whose rows the record answers for, one capability to a line. */
export const allEvidence: readonly Evidence[] = [
  signatureEvidence,
  versionEvidence,
  policyEvidence,
  ownerEvidence,
  approvalEvidence,
  ...draftingEvidence,
  sheetEvidence,
  sheetAnswerEvidence,
  understandingEvidence,
  ...agreementsEvidence,
  messageEvidence,
  conversationEndEvidence,
  keptWordsEvidence,
  conversationEvidence,
  participantEvidence,
  ...worryEvidence,
  ...waitingEvidences,
  ...markEvidences,
  ...channelEvidence,
  ...callEvidence,
  ...textEvidence,
  ...peopleEvidence,
  importEvidence,
  organisationEvidence,
  noteCheckEvidence,
  ...posterEvidence,
  walkEvidence,
  passEvidence,
  renewalEvidence,
  ...ownRulesEvidence,
  ...tuningEvidence,
  ...reviewsEvidence,
  ...retentionEvidence,
  ...approachesEvidence,
  ...noticesEvidence,
  ...exportsEvidence,
  ...concernsEvidence,
  ...sealingEvidence,
]
