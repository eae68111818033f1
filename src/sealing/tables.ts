import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'

export type KeyId = Id<'sealing-key'>
export type LockId = Id<'sealing-lock'>

export interface KeyTable {
  agency_id: AgencyId
  id: KeyId
  person_id: PersonId
  /** The public half, `age1…`. */
  recipient: string
  made_at: Date
  ended_at: Date | null
  entry_id: EntryId
}

export interface LockTable {
  agency_id: AgencyId
  id: LockId
  person_id: PersonId
  key_id: KeyId
  kind: 'words' | 'passkey'
  /** The secret half, locked. */
  locked: Uint8Array
  credential: Uint8Array | null
  salt: Uint8Array | null
  name: string | null
  added_at: Date
}

export interface PastTable {
  agency_id: AgencyId
  key_id: KeyId
  past_id: KeyId
  person_id: PersonId
  sealed: Uint8Array
  at: Date
}

export interface SittingTable {
  agency_id: AgencyId
  session_id: string
  person_id: PersonId
  key_id: KeyId
  sealed: Uint8Array
  opened_at: Date
  used_at: Date
}

type Tables = {
  sealing_key: KeyTable
  sealing_lock: LockTable
  sealing_past: PastTable
  sealing_sitting: SittingTable
}

export const tables = (db: Db) => db.withTables<Tables>()
