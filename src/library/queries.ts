import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { Finding } from './rules.ts'

export interface NoteCheckTable {
  agency_id: AgencyId
  id: Id<'note-check'>
  /** The note's id in src/guidance/notes. */
  note: string
  /** SHA-256 of the note as it was read: src/library/note-hash.ts. */
  note_hash: Uint8Array
  person_id: PersonId
  finding: Finding
  remark: string
  checked_at: Date
  entry_id: EntryId
}

export async function insertNoteCheck(db: Db, row: NoteCheckTable): Promise<void> {
  await db.withTables<{ note_check: NoteCheckTable }>().insertInto('note_check').values(row).execute()
}

/** The newest check of each note that the agency has checked. */
export async function selectNewestChecks(db: Db, agencyId: AgencyId): Promise<NoteCheckTable[]> {
  const { rows } = await sql<NoteCheckTable>`
    select distinct on (note) * from note_check
    where agency_id = ${agencyId} order by note, checked_at desc, id desc`.execute(db)
  return rows
}
