import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId } from '../records/index.ts'
import type { Under } from './sent-before.ts'
import { type KeptWordsTable, tables } from './tables.ts'

export async function insertKeptWords(db: Db, row: KeptWordsTable): Promise<void> {
  await tables(db).insertInto('kept_words').values(row).execute()
}

/** What somebody wrote with this draft's key and where it could not go, if they did. */
export async function selectKeptUnder(
  db: Db,
  which: Pick<KeptWordsTable, 'agency_id' | 'author_id' | 'draft_key' | 'conversation_id'>,
): Promise<Under | undefined> {
  const { rows } = await sql<Under>`select body from kept_words where agency_id = ${which.agency_id}
    and author_id = ${which.author_id} and draft_key = ${which.draft_key}
    and conversation_id is not distinct from ${which.conversation_id}::uuid`.execute(db)
  return rows[0]
}

export interface KeptRow extends KeptWordsTable {
  readonly author_name: string
  readonly author_kind: 'staff' | 'child' | 'parent'
  readonly worker_name: string | null
  readonly subject: string | null
}

/** What was kept, with the names of who wrote it and whom they meant to write to. */
export async function selectKeptWords(
  db: Db,
  agencyId: AgencyId,
  id: KeptWordsTable['id'],
): Promise<KeptRow | undefined> {
  const { rows } = await sql<KeptRow>`
    select k.*, a.name as author_name, a.kind as author_kind, w.name as worker_name, c.subject
    from kept_words k join person a on a.agency_id = k.agency_id and a.id = k.author_id
    left join person w on w.agency_id = k.agency_id and w.id = k.worker_id
    left join conversation c on c.agency_id = k.agency_id and c.id = k.conversation_id
    where k.agency_id = ${agencyId} and k.id = ${id}`.execute(db)
  return rows[0]
}
