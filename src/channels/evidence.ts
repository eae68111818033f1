import { evidence } from '../records/index.ts'
import type { ArrivalTable, DeliveryTable, HelpAnswerTable } from './tables.ts'

/** A delivery's row changes on its way: each change is an entry, and the row points to the newest. */
export const deliveryEvidence = evidence<DeliveryTable>()({
  table: 'delivery',
  events: [
    'delivery.claimed',
    'delivery.handed-over',
    'delivery.put-back',
    'delivery.unsure',
    'delivery.delivered',
    'delivery.failed',
    'delivery.returned',
    'delivery.asked-again',
  ],
  columns: [
    'id',
    'message_id',
    'conversation_id',
    'person_id',
    'channel',
    'state',
    'attempts',
    'reference',
    'why',
    'made_at',
    'handed_at',
    'changed_at',
  ],
  erasable: [],
})

/** What came, and what became of it. Its words are a message’s, or nobody’s. */
export const arrivalEvidence = evidence<ArrivalTable>()({
  table: 'arrival',
  events: ['arrival.received', 'arrival.let-through', 'arrival.set-aside'],
  columns: [
    'id',
    'channel',
    'external_id',
    'from_address',
    'to_address',
    'received_at',
    'outcome',
    'reason',
    'person_id',
    'conversation_id',
    'message_id',
    'delivery_id',
    'decided_by',
    'decided_at',
  ],
  erasable: ['from_address', 'to_address'],
})

/** What went back to whoever wrote of danger, or outside the hours: whom to turn to now. */
export const helpEvidence = evidence<HelpAnswerTable>()({
  table: 'help_answer',
  events: ['help.claimed', 'help.queued', 'help.sent', 'help.unsure', 'help.not-sent'],
  columns: ['id', 'arrival_id', 'why', 'state', 'attempts', 'made_at', 'changed_at'],
  erasable: [],
})

export const channelEvidence = [deliveryEvidence, arrivalEvidence, helpEvidence]
