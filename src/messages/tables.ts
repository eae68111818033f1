import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { Part, WhyKept } from './rules.ts'

export type ConversationId = Id<'conversation'>
export type MessageId = Id<'message'>

export interface ConversationTable {
  agency_id: AgencyId
  id: ConversationId
  subject: string
  opened_by: PersonId
  opened_at: Date
  entry_id: EntryId
}
export interface ParticipantTable {
  agency_id: AgencyId
  conversation_id: ConversationId
  person_id: PersonId
  part: Part
  added_at: Date
  left_at: Date | null
  seen_at: Date | null
  notified_at: Date | null
  entry_id: EntryId
}
export interface MessageTable {
  agency_id: AgencyId
  id: MessageId
  conversation_id: ConversationId
  author_id: PersonId
  /** Null once its content has been lawfully erased. */
  body: string | null
  sent_at: Date
  draft_key: string
  /** Its place in the conversation, from 1 and without a gap. Null for one from before messages were numbered. */
  number: number | null
  entry_id: EntryId
}

export interface ConversationEndTable {
  agency_id: AgencyId
  id: Id<'conversation-end'>
  conversation_id: ConversationId
  ended_at: Date
  worker_id: PersonId
  purpose: string
  /** Why: the work with the family ended; or nobody of the family is in it any more. */
  why: 'work' | 'family'
  entry_id: EntryId
}
export interface KeptWordsTable {
  agency_id: AgencyId
  id: Id<'kept-words'>
  conversation_id: ConversationId | null
  worker_id: PersonId | null
  author_id: PersonId
  /** Null once its content has been lawfully erased. */
  body: string | null
  kept_at: Date
  why: WhyKept
  draft_key: string
  entry_id: EntryId
}

type Tables = {
  conversation_end: ConversationEndTable
  kept_words: KeptWordsTable
  conversation: ConversationTable
  participant: ParticipantTable
  message: MessageTable
}

export const tables = (db: Db) => db.withTables<Tables>()
