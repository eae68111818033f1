import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'

export type WishId = Id<'text-wish'>

export interface TextWishTable {
  agency_id: AgencyId
  id: WishId
  person_id: PersonId
  number: string
  wish: 'stop' | 'start'
  was_text: boolean
  at: Date
  external_id: string
  entry_id: EntryId
}
export interface TextTroubleTable {
  agency_id: AgencyId
  id: Id<'text-trouble'>
  at: Date
  status: number
  error: string
  entry_id: EntryId
}

export const textTables = (db: Db) =>
  db.withTables<{ text_wish: TextWishTable; text_trouble: TextTroubleTable }>()
