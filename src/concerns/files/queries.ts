import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import type { ConcernExportId } from '../exports/tables.ts'
import {
  type FileAnswerTable,
  type FileTable,
  type TransferAnswerTable,
  type TransferId,
  type TransferTable,
  tables,
} from './tables.ts'

/** Somebody of another organisation to whom a file may go. */
export interface MayGet {
  readonly agency_id: AgencyId
  readonly agency_name: string
  readonly person_id: PersonId
  readonly name: string
  readonly recipient: string
  /** The designated persons answer first, then the deputies, then those who lead. */
  readonly turn: 1 | 2 | 3
}
/** Asked outside the vault. */
export async function selectMayGet(db: Db): Promise<MayGet[]> {
  const { rows } =
    await sql<MayGet>`select * from who_is_sent_files() order by agency_name, turn, name`.execute(db)
  return rows
}

/** A file that was sent, with what became of it. */
export interface SentRow extends TransferTable {
  readonly answer: TransferAnswerTable['answer'] | null
  readonly by_name: string | null
  readonly answered_at: Date | null
  readonly why: Uint8Array | null
}
export async function selectSent(db: Db, agencyId: AgencyId, of: ConcernExportId): Promise<SentRow[]> {
  const { rows } = await sql<SentRow>`
    select t.*, a.answer, a.by_name, a.answered_at, a.why from concern_transfer t
    left join concern_transfer_answer a on a.agency_id = t.agency_id and a.transfer_id = t.id
    where t.agency_id = ${agencyId} and t.export_id = ${of} order by t.sent_at`.execute(db)
  return rows
}

/** A file that came, with how it was answered. */
export interface ArrivedRow extends FileTable {
  readonly answer: FileAnswerTable['answer'] | null
  readonly answered_by: PersonId | null
  readonly answered_at: Date | null
}
const arrived = sql`f.*, f.readers || array(select r.person_id from concern_file_reader r
    where r.agency_id = f.agency_id and r.file_id = f.id) as readers, a.answer, a.answered_by, a.answered_at from concern_file f
  left join concern_file_answer a on a.agency_id = f.agency_id and a.file_id = f.id`

export async function selectFiles(db: Db, agencyId: AgencyId): Promise<ArrivedRow[]> {
  const { rows } = await sql<ArrivedRow>`
    select ${arrived} where f.agency_id = ${agencyId} order by f.arrived_at desc limit 200`.execute(db)
  return rows
}

export async function selectFile(
  db: Db,
  agencyId: AgencyId,
  id: TransferId,
): Promise<ArrivedRow | undefined> {
  const { rows } = await sql<ArrivedRow>`
    select ${arrived} where f.agency_id = ${agencyId} and f.id = ${id}`.execute(db)
  return rows[0]
}

/** The files of these that nobody has answered, with everybody to whom they came. */
export async function selectUnanswered(
  db: Db,
  agencyId: AgencyId,
  ids: readonly string[],
): Promise<ArrivedRow[]> {
  const { rows } = await sql<ArrivedRow>`
    select ${arrived} where f.agency_id = ${agencyId} and a.answer is null and f.id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return rows
}

/** What is in a file that was accepted. */
export async function selectContent(
  db: Db,
  agencyId: AgencyId,
  id: TransferId,
): Promise<Uint8Array | undefined> {
  const found = await tables(db)
    .selectFrom('concern_file_content')
    .select('sealed')
    .where('agency_id', '=', agencyId)
    .where('file_id', '=', id)
    .executeTakeFirst()
  return found?.sealed
}
