import { evidence } from '../records/index.ts'
import { lookEvidence, markEvidence, openingEvidence, wordsOpeningEvidence } from './marks/evidence.ts'
import type { ConversationTable, MessageTable, ParticipantTable } from './queries.ts'
import type { ConversationEndTable, KeptWordsTable } from './tables.ts'
import { waitingEvidence, waitingStepEvidence } from './waiting/evidence.ts'

export const messageEvidence = evidence<MessageTable>()({
  table: 'message',
  events: ['message.sent'],
  columns: ['id', 'conversation_id', 'author_id', 'body', 'sent_at', 'draft_key', 'number'],
  erasable: ['body'],
  cameLater: { number: null },
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

export const conversationEndEvidence = evidence<ConversationEndTable>()({
  table: 'conversation_end',
  events: ['conversation.ended'],
  columns: ['id', 'conversation_id', 'ended_at', 'worker_id', 'purpose', 'why'],
  erasable: ['purpose'],
  neverEmpty: ['purpose'],
  cameLater: { why: 'work' },
})

export const keptWordsEvidence = evidence<KeptWordsTable>()({
  table: 'kept_words',
  events: ['words.kept'],
  columns: ['id', 'conversation_id', 'worker_id', 'author_id', 'body', 'kept_at', 'why', 'draft_key'],
  erasable: ['body'],
})

/** What waits for somebody's leave or for the hours of contact, and what became of it. */
export const waitingEvidences = [waitingEvidence, waitingStepEvidence]

/** What was found in a message, who has looked at it, and who has opened what is masked in it. */
export const markEvidences = [markEvidence, lookEvidence, openingEvidence, wordsOpeningEvidence]
