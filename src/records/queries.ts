import { sql } from 'kysely'
import type pg from 'pg'
import { type Db, prepared, send } from '../kit/db/index.ts'
import type { AgencyId, EntryId, PersonId } from './actor.ts'

export interface EntryTable {
  agency_id: AgencyId
  id: EntryId
  at: Date
  event: string
  person_id: PersonId | null
  about_id: string | null
  leaf: string
  salt: Uint8Array | null
  content: string | null
}
export interface EntryPendingTable {
  agency_id: AgencyId
  entry_id: EntryId
}
export interface EntrySequencedTable {
  agency_id: AgencyId
  position: number
  entry_id: EntryId
  hash: Uint8Array
}
export interface TileTable {
  agency_id: AgencyId
  level: number
  n: number
  hashes: Uint8Array
  root: Uint8Array
}
export interface CheckpointTable {
  agency_id: AgencyId
  size: number
  root: Uint8Array
  at: Date
  note: string
}
export interface CosignatureTable {
  agency_id: AgencyId
  size: number
  witness: string
  line: string
}

type Tables = {
  entry: EntryTable
  entry_pending: EntryPendingTable
  entry_sequenced: EntrySequencedTable
  tile: TileTable
  checkpoint: CheckpointTable
  cosignature: CosignatureTable
}

export const tables = (db: Db) => db.withTables<Tables>()

const storeEntry = prepared<EntryTable>(
  row => sql`
    with new as (
      insert into entry (agency_id, id, at, event, person_id, about_id, leaf, salt, content)
      values (${row.agency_id}, ${row.id}, ${row.at}, ${row.event}, ${row.person_id}, ${row.about_id}, ${row.leaf},
        ${row.salt}, ${row.content})
      returning agency_id, id)
    insert into entry_pending (agency_id, entry_id) select agency_id, id from new`,
)

/** Sends the entry, and its place in the queue to the sequencer, in one statement that the commit answers for. */
export const insertEntry = (db: Db, row: EntryTable): void => send(db, storeEntry, row)

/** The entries about a thing, or one by itself, whose content is there still, oldest first. */
export async function selectEntriesWithContent(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly events: readonly string[] } & (
    | { readonly aboutId: string }
    | { readonly id: EntryId }
  ),
): Promise<{ id: EntryId; event: string }[]> {
  return tables(db)
    .selectFrom('entry')
    .select(['id', 'event'])
    .where('agency_id', '=', which.agencyId)
    .where(one => ('id' in which ? one('id', '=', which.id) : one('about_id', '=', which.aboutId)))
    .where('event', 'in', which.events)
    .where('content', 'is not', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Empties an entry's content and salt and what its row says. The database asks for the entry that says so. */
export async function eraseEntry(db: Db, target: EntryId, erasing: EntryId): Promise<void> {
  await sql`select record_erase(${target}, ${erasing})`.execute(db)
}

/** The newest checkpoint that was signed before then. */
export function selectCheckpointBefore(
  db: Db,
  agencyId: AgencyId,
  at: Date,
): Promise<Pick<CheckpointTable, 'size' | 'root' | 'at'> | undefined> {
  return tables(db)
    .selectFrom('checkpoint')
    .select(['size', 'root', 'at'])
    .where('agency_id', '=', agencyId)
    .where('at', '<', at)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** When something happened to a thing, and by whom: the newest first, at most `limit`. */
export async function selectHappenings(
  db: Db,
  which: {
    readonly agencyId: AgencyId
    readonly aboutId: string
    readonly event: string
    readonly limit: number
  },
): Promise<{ at: Date; person_id: PersonId | null }[]> {
  return tables(db)
    .selectFrom('entry')
    .select(['at', 'person_id'])
    .where('agency_id', '=', which.agencyId)
    .where('about_id', '=', which.aboutId)
    .where('event', '=', which.event)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(which.limit)
    .execute()
}

/** Every agency there is, by id alone: for what is done for each in turn. */
export async function agenciesHere(pool: pg.Pool): Promise<readonly AgencyId[]> {
  const { rows } = await pool.query<{ id: AgencyId }>('select agencies_here() as id')
  return rows.map(({ id }) => id)
}
