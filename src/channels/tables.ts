import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { ConversationId, MessageId } from '../messages/index.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { ChannelKind, DeliveryState, Outcome, WhyFailed } from './rules.ts'

export type DeliveryId = Id<'delivery'>
export type ArrivalId = Id<'arrival'>

export interface DeliveryTable {
  agency_id: AgencyId
  id: DeliveryId
  message_id: MessageId
  conversation_id: ConversationId
  person_id: PersonId
  channel: ChannelKind
  state: DeliveryState
  attempts: number
  reference: string | null
  why: WhyFailed | null
  made_at: Date
  handed_at: Date | null
  changed_at: Date
  entry_id: EntryId
}
export interface ArrivalTable {
  agency_id: AgencyId
  id: ArrivalId
  channel: ChannelKind
  external_id: string
  from_address: string | null
  to_address: string | null
  received_at: Date
  outcome: Outcome
  reason: string | null
  person_id: PersonId | null
  conversation_id: ConversationId | null
  message_id: MessageId | null
  delivery_id: DeliveryId | null
  decided_by: PersonId | null
  decided_at: Date | null
  entry_id: EntryId
}
export interface ArrivalWordsTable {
  agency_id: AgencyId
  arrival_id: ArrivalId
  body: string
  whole: string | null
}

/** Why somebody is told whom to turn to, and how that stands. */
export type HelpWhy = 'danger' | 'hours'
export type HelpState = 'claimed' | 'queued' | 'sent' | 'unsure' | 'not-sent'
export interface HelpAnswerTable {
  agency_id: AgencyId
  id: Id<'help-answer'>
  arrival_id: ArrivalId
  why: HelpWhy
  state: HelpState
  attempts: number
  made_at: Date
  changed_at: Date
  entry_id: EntryId
}

type Tables = {
  delivery: DeliveryTable
  arrival: ArrivalTable
  arrival_words: ArrivalWordsTable
  help_answer: HelpAnswerTable
}

export const tables = (db: Db) => db.withTables<Tables>()
