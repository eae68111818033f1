import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { KeyId } from '../tables.ts'

export type RecoveryKeyId = Id<'recovery-key'>
export type RecoveryId = Id<'recovery'>

export interface RecoveryKeyTable {
  agency_id: AgencyId
  id: RecoveryKeyId
  recipient: string
  previous_id: RecoveryKeyId | null
  /** What opens the ones before it, sealed to it. */
  previous_sealed: Uint8Array | null
  made_by: PersonId
  confirmed_by: PersonId | null
  made_at: Date
  entry_id: EntryId
}

export interface KeyholderTable {
  agency_id: AgencyId
  recovery_id: RecoveryKeyId
  person_id: PersonId
  key_id: KeyId
}

export interface PairTable {
  agency_id: AgencyId
  recovery_id: RecoveryKeyId
  first_id: PersonId
  second_id: PersonId
  sealed: Uint8Array
}

export interface KeptKeyTable {
  agency_id: AgencyId
  key_id: KeyId
  recovery_id: RecoveryKeyId
  sealed: Uint8Array
  kept_at: Date
}

export interface RecoveryTable {
  agency_id: AgencyId
  id: RecoveryId
  kind: 'key' | 'keyholders'
  recovery_id: RecoveryKeyId
  lost_id: KeyId | null
  new_id: KeyId | null
  for_id: PersonId | null
  holders: PersonId[] | null
  asked_by: PersonId
  asked_at: Date
  first_by: PersonId | null
  first_at: Date | null
  second_by: PersonId | null
  second_at: Date | null
  ended_by: PersonId | null
  ended_at: Date | null
  entry_id: EntryId
}

export interface HalfTable {
  agency_id: AgencyId
  recovery_id: RecoveryId
  for_id: PersonId
  sealed: Uint8Array
}

type Tables = {
  recovery_key: RecoveryKeyTable
  keyholder: KeyholderTable
  keyholder_pair: PairTable
  kept_key: KeptKeyTable
  recovery: RecoveryTable
  recovery_half: HalfTable
}

export const tables = (db: Db) => db.withTables<Tables>()
