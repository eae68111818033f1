import { evidence } from '../records/index.ts'
import { lookEvidence, markEvidence, openingEvidence } from './marks/evidence.ts'
import type { ConversationTable, MessageTable, ParticipantTable } from './queries.ts'
import { waitingEvidence, waitingStepEvidence } from './waiting/evidence.ts'

export const messageEvidence = evidence<MessageTable>()({
  table: 'message',
  events: ['message.sent'],
  columns: ['id', 'conversation_id', 'author_id', 'body', 'sent_at', 'draft_key'],
  erasable: ['body'],
})

export const conversationEvidence = evidence<ConversationTable>()({
  table: 'conversation',
  events: ['conversation.opened'],
  columns: ['id', 'subject', 'opened_by', 'opened_at'],
  erasable: ['subject'],
  neverEmpty: ['subject'],
})

/** Each place in a conversation, from when it was given until it was left: a row points to its newest entry. */
export const participantEvidence = evidence<ParticipantTable>()({
  table: 'participant',
  events: ['participant.added', 'participant.left'],
  columns: ['conversation_id', 'person_id', 'part', 'added_at', 'left_at'],
  erasable: [],
})

/** What waits for somebody's leave or for the hours of contact, and what became of it. */
export const waitingEvidences = [waitingEvidence, waitingStepEvidence]

/** What was found in a message, who has looked at it, and who has opened what is masked in it. */
export const markEvidences = [markEvidence, lookEvidence, openingEvidence]
