import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { ConversationId, MessageId } from '../tables.ts'

export type WorryId = Id<'worry'>

export interface WorryTable {
  agency_id: AgencyId
  id: WorryId
  conversation_id: ConversationId
  message_id: MessageId
  raised_by: PersonId
  words: string | null
  told: readonly PersonId[]
  raised_at: Date
  draft_key: Id<'draft'>
  entry_id: EntryId
}

export interface WorryAnswerTable {
  agency_id: AgencyId
  id: Id<'worry-answer'>
  worry_id: WorryId
  answered_by: PersonId
  words: string
  answered_at: Date
  entry_id: EntryId
}

export const worryTables = (db: Db) => db.withTables<{ worry: WorryTable; worry_answer: WorryAnswerTable }>()
