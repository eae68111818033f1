import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { TeamTable } from '../queries.ts'
import type { ImportKind } from './rules.ts'

export type ImportId = Id<'people-import'>
export interface ImportTable {
  agency_id: AgencyId
  id: ImportId
  kind: ImportKind
  /** uploaded → confirmed → done, or refused when it could no longer be done; expired when its file's day is over. */
  state: 'uploaded' | 'confirmed' | 'refused' | 'done' | 'expired'
  file_name: string | null
  file_hash: Uint8Array
  /** How many rows the file has, without its headings. */
  lines: number
  invite: boolean
  /** How many people it added. */
  people: number
  uploaded_by: PersonId
  uploaded_at: Date
  expires_at: Date
  confirmed_at: Date | null
  ended_at: Date | null
  entry_id: EntryId
}
interface ImportFileTable {
  agency_id: AgencyId
  import_id: ImportId
  content: Uint8Array
}
export interface ProgressTable {
  agency_id: AgencyId
  import_id: ImportId
  done: number
  at: Date
}

type Tables = {
  people_import: ImportTable
  people_import_file: ImportFileTable
  people_import_progress: ProgressTable
}

export const importTables = (db: Db) => db.withTables<Tables>()

/** One import. `hold` makes others wait who would change it, until this transaction ends. */
export function selectImport(db: Db, agencyId: AgencyId, id: ImportId, hold = false) {
  const one = importTables(db)
    .selectFrom('people_import')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
  return (hold ? one.forNoKeyUpdate() : one).executeTakeFirst()
}

/** Imports of one person that are waiting: not confirmed, their file still kept. */
export function selectWaiting(db: Db, agencyId: AgencyId, personId: PersonId) {
  return importTables(db)
    .selectFrom('people_import')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('uploaded_by', '=', personId)
    .where('state', 'in', ['uploaded', 'refused'])
    .forNoKeyUpdate()
    .execute()
}

export async function selectFile(db: Db, agencyId: AgencyId, id: ImportId): Promise<Uint8Array | undefined> {
  const row = await importTables(db)
    .selectFrom('people_import_file')
    .select('content')
    .where('agency_id', '=', agencyId)
    .where('import_id', '=', id)
    .executeTakeFirst()
  return row?.content
}

export async function deleteFile(db: Db, agencyId: AgencyId, id: ImportId): Promise<void> {
  await importTables(db)
    .deleteFrom('people_import_file')
    .where('agency_id', '=', agencyId)
    .where('import_id', '=', id)
    .execute()
}

export function selectProgress(db: Db, agencyId: AgencyId, id: ImportId) {
  return importTables(db)
    .selectFrom('people_import_progress')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('import_id', '=', id)
    .executeTakeFirst()
}

/** Sets how far an import has come. */
export async function putProgress(db: Db, row: ProgressTable): Promise<void> {
  await importTables(db)
    .insertInto('people_import_progress')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['agency_id', 'import_id']).doUpdateSet({ done: row.done, at: row.at }),
    )
    .execute()
}

export interface PersonHere {
  readonly id: PersonId
  readonly kind: 'staff' | 'child' | 'parent'
  readonly name: string
  readonly email: string | null
  readonly born_on: string | null
}

/** Everybody of the agency who is here now, to hold a file against. */
export async function selectPeopleHere(db: Db, agencyId: AgencyId): Promise<readonly PersonHere[]> {
  const { rows } = await sql<PersonHere>`
    select id, kind, name, email, born_on from person where agency_id = ${agencyId} and left_at is null`.execute(
    db,
  )
  return rows
}

export async function selectTeams(
  db: Db,
  agencyId: AgencyId,
): Promise<readonly { readonly id: TeamTable['id']; readonly name: string }[]> {
  const { rows } = await sql<{ id: TeamTable['id']; name: string }>`
    select id, name from team where agency_id = ${agencyId}`.execute(db)
  return rows
}
