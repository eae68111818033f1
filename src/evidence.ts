import { passEvidence, renewalEvidence, walkEvidence } from './induction/index.ts'
import { noteCheckEvidence } from './library/index.ts'
import { conversationEvidence, messageEvidence, participantEvidence } from './messages/index.ts'
import { importEvidence, peopleEvidence } from './people/index.ts'
import { ownerEvidence, policyEvidence, signatureEvidence, versionEvidence } from './policies/index.ts'
import type { Evidence } from './records/index.ts'

/** Every table whose rows the record answers for, one capability to a line. */
export const allEvidence: readonly Evidence[] = [
  signatureEvidence,
  versionEvidence,
  policyEvidence,
  ownerEvidence,
  messageEvidence,
  conversationEvidence,
  participantEvidence,
  ...peopleEvidence,
  importEvidence,
  noteCheckEvidence,
  walkEvidence,
  passEvidence,
  renewalEvidence,
]
