import { sql } from 'kysely'
import { ask, type Db, piece } from '../kit/db/index.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import { type KeyId, type KeyTable, type LockId, type LockTable, type PastTable, tables } from './tables.ts'

interface Whose {
  readonly agencyId: AgencyId
  readonly personId: PersonId
}

/** The key that a person has now. */
export const selectKey = (db: Db, { agencyId, personId }: Whose): Promise<KeyTable | undefined> =>
  tables(db)
    .selectFrom('sealing_key')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** The public halves of these people who are here and have a key. */
export async function selectRecipients(
  db: Db,
  agencyId: AgencyId,
  persons: readonly PersonId[],
): Promise<{ person_id: PersonId; recipient: string }[]> {
  const { rows } = await sql<{ person_id: PersonId; recipient: string }>`
    select k.person_id, k.recipient from sealing_key k
    join person p on p.agency_id = k.agency_id and p.id = k.person_id and p.left_at is null
    where k.agency_id = ${agencyId} and k.person_id = any(${[...persons]}::uuid[]) and k.ended_at is null`.execute(
    db,
  )
  return rows
}

const recipients = piece<{ agencyId: AgencyId }, Readonly<Record<PersonId, string>>>(
  of => sql`
    select json_object_agg(k.person_id, k.recipient) from sealing_key k
    join person p on p.agency_id = k.agency_id and p.id = k.person_id and p.left_at is null
    where k.agency_id = ${of.agencyId} and k.ended_at is null`,
)

/** The public half of everybody here who has a key. */
export const selectEveryRecipient = async (
  db: Db,
  agencyId: AgencyId,
): Promise<Readonly<Record<PersonId, string>>> => (await ask(db, recipients, { agencyId })) ?? {}

export async function insertKey(db: Db, row: KeyTable): Promise<void> {
  await tables(db).insertInto('sealing_key').values(row).execute()
}

export async function endKey(
  db: Db,
  { agency_id, id }: Pick<KeyTable, 'agency_id' | 'id'>,
  ended: { readonly at: Date; readonly entry: EntryId },
): Promise<void> {
  await tables(db)
    .updateTable('sealing_key')
    .set({ ended_at: ended.at, entry_id: ended.entry })
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute()
}

/** The locks of a key, words first. The database shows them to nobody but the key's own person. */
export const selectLocks = (db: Db, agencyId: AgencyId, keyId: KeyId): Promise<LockTable[]> =>
  tables(db)
    .selectFrom('sealing_lock')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('key_id', '=', keyId)
    .orderBy('kind', 'desc')
    .orderBy('added_at')
    .execute()

export async function insertLock(db: Db, row: LockTable): Promise<void> {
  await tables(db).insertInto('sealing_lock').values(row).execute()
}

export async function deleteLock(db: Db, agencyId: AgencyId, id: LockId): Promise<void> {
  await tables(db).deleteFrom('sealing_lock').where('agency_id', '=', agencyId).where('id', '=', id).execute()
}

/** What opens a person's keys of before, sealed to the one they have now. */
export const selectPast = (db: Db, agencyId: AgencyId, keyId: KeyId): Promise<PastTable[]> =>
  tables(db)
    .selectFrom('sealing_past')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('key_id', '=', keyId)
    .execute()

export const selectKeyById = (db: Db, agencyId: AgencyId, id: KeyId): Promise<KeyTable | undefined> =>
  tables(db)
    .selectFrom('sealing_key')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertPast(db: Db, row: PastTable): Promise<void> {
  await tables(db).insertInto('sealing_past').values(row).execute()
}
