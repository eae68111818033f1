import { evidence } from '../../records/index.ts'
import type { WaitingStepTable, WaitingTable } from './queries.ts'

export const waitingEvidence = evidence<WaitingTable>()({
  table: 'waiting_message',
  events: ['message.waits'],
  columns: [
    'id',
    'conversation_id',
    'author_id',
    'body',
    'why',
    'goes_at',
    'found',
    'reason',
    'draft_key',
    'written_at',
  ],
  erasable: ['body', 'reason'],
})

/** Each step that was taken with a waiting message: the event is `waiting-message.` and the step. */
export const waitingStepEvidence = evidence<WaitingStepTable>()({
  table: 'waiting_step',
  events: [
    'waiting-message.asked',
    'waiting-message.let-go',
    'waiting-message.sent-back',
    'waiting-message.withdrawn',
    'waiting-message.sent',
    'waiting-message.not-sent',
  ],
  columns: ['id', 'waiting_id', 'step', 'person_id', 'word', 'goes_at', 'message_id', 'at'],
  erasable: ['word'],
  neverEmpty: ['word'],
})
