import { conversationEvidence, messageEvidence, participantEvidence } from './messages/index.ts'
import { peopleEvidence } from './people/index.ts'
import { signatureEvidence, versionEvidence } from './policies/index.ts'
import type { Evidence } from './records/index.ts'

/** Every table whose rows the record answers for, one capability to a line. */
export const allEvidence: readonly Evidence[] = [
  signatureEvidence,
  versionEvidence,
  messageEvidence,
  conversationEvidence,
  participantEvidence,
  ...peopleEvidence,
]
