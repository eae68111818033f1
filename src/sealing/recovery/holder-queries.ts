import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import type { KeyId } from '../tables.ts'
import {
  type KeptKeyTable,
  type PairTable,
  type RecoveryKeyId,
  type RecoveryKeyTable,
  tables,
} from './tables.ts'

/** The recovery key that stands. */
export const selectRecoveryKey = (db: Db, agencyId: AgencyId): Promise<RecoveryKeyTable | undefined> =>
  tables(db)
    .selectFrom('recovery_key')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A keyholder, and whether they are here and have the key that they were named with. */
export interface Keyholder {
  readonly id: PersonId
  readonly name: string
  readonly works: boolean
}

export async function selectKeyholders(
  db: Db,
  agencyId: AgencyId,
  recoveryId: RecoveryKeyId,
): Promise<Keyholder[]> {
  const { rows } = await sql<Keyholder>`
    select p.id, p.name, p.left_at is null
      and exists (select from sealing_key k where k.agency_id = h.agency_id and k.id = h.key_id and k.ended_at is null) as works
    from keyholder h join person p on p.agency_id = h.agency_id and p.id = h.person_id
    where h.agency_id = ${agencyId} and h.recovery_id = ${recoveryId} order by p.name`.execute(db)
  return rows
}

/** Who is here and has a key. Of them, those whose role has one may be named. */
export interface Nameable {
  readonly id: PersonId
  readonly name: string
  readonly key_id: KeyId
  readonly recipient: string
}

export async function selectNameable(db: Db, agencyId: AgencyId): Promise<Nameable[]> {
  const { rows } = await sql<Nameable>`
    select p.id, p.name, k.id as key_id, k.recipient from sealing_key k
    join person p on p.agency_id = k.agency_id and p.id = k.person_id and p.left_at is null
    where k.agency_id = ${agencyId} and k.ended_at is null
    order by p.name`.execute(db)
  return rows
}

/** Stores a recovery key with those who hold it, and what each two of them have of it. */
export async function insertRecoveryKey(
  db: Db,
  row: RecoveryKeyTable,
  holders: readonly Nameable[],
  pairs: readonly PairTable[],
): Promise<void> {
  await tables(db).insertInto('recovery_key').values(row).execute()
  await tables(db)
    .insertInto('keyholder')
    .values(
      holders.map(({ id, key_id }) => ({
        agency_id: row.agency_id,
        recovery_id: row.id,
        person_id: id,
        key_id,
      })),
    )
    .execute()
  await tables(db)
    .insertInto('keyholder_pair')
    .values([...pairs])
    .execute()
}

/** What the reader, as the first of two, has of the recovery key. The database shows nobody another's. */
export const selectPairs = (
  db: Db,
  which: { readonly agencyId: AgencyId; readonly recoveryId: RecoveryKeyId; readonly firstId: PersonId },
): Promise<PairTable[]> =>
  tables(db)
    .selectFrom('keyholder_pair')
    .selectAll()
    .where('agency_id', '=', which.agencyId)
    .where('recovery_id', '=', which.recoveryId)
    .where('first_id', '=', which.firstId)
    .execute()

/** What is kept of all the keys that whoever had this one has had. */
export async function selectKeptOf(db: Db, agencyId: AgencyId, lostId: KeyId): Promise<KeptKeyTable[]> {
  const { rows } = await sql<KeptKeyTable>`
    select c.* from kept_key c join sealing_key k on k.agency_id = c.agency_id and k.id = c.key_id
    join sealing_key l on l.agency_id = k.agency_id and l.person_id = k.person_id
    where l.agency_id = ${agencyId} and l.id = ${lostId}`.execute(db)
  return rows
}

export async function isKept(
  db: Db,
  {
    agencyId,
    keyId,
    recoveryId,
  }: { readonly agencyId: AgencyId; readonly keyId: KeyId; readonly recoveryId?: RecoveryKeyId },
): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select from kept_key where agency_id = ${agencyId} and key_id = ${keyId}
      and recovery_id = coalesce(${recoveryId ?? null}::uuid, recovery_id)) as kept`.execute(db)
  return rows[0]?.kept ?? false
}

export async function insertKept(db: Db, row: KeptKeyTable): Promise<void> {
  await tables(db).insertInto('kept_key').values(row).execute()
}

/** The recovery key with this public half. */
export const selectRecoveryKeyOf = (
  db: Db,
  agencyId: AgencyId,
  recipient: string,
): Promise<RecoveryKeyTable | undefined> =>
  tables(db)
    .selectFrom('recovery_key')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('recipient', '=', recipient)
    .executeTakeFirst()
