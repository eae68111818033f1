import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId } from '../../records/index.ts'
import type { ConcernId } from '../tables.ts'
import { type DocumentId, type DocumentTable, documentTables, type WaitingTable } from './tables.ts'

export const selectDocuments = (db: Db, agencyId: AgencyId, concern: ConcernId): Promise<DocumentTable[]> =>
  documentTables(db)
    .selectFrom('concern_document')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', '=', concern)
    .orderBy('handed_in_at')
    .orderBy('id')
    .execute()

/** How often it was kept that one with a virus was turned away. */
export async function countRefused(db: Db, agencyId: AgencyId, concern: ConcernId): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from concern_step
    where agency_id = ${agencyId} and concern_id = ${concern} and step = 'document-refused'`.execute(db)
  return rows[0]?.n ?? 0
}

export const selectDocument = (
  db: Db,
  agencyId: AgencyId,
  concern: ConcernId,
  id: DocumentId,
): Promise<DocumentTable | undefined> =>
  documentTables(db)
    .selectFrom('concern_document')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', '=', concern)
    .where('id', '=', id)
    .executeTakeFirst()

/** Those of one concern that wait to be checked; nothing that would open them. */
export const selectWaitingOf = (db: Db, agencyId: AgencyId, concern: ConcernId): Promise<WaitingHere[]> =>
  documentTables(db)
    .selectFrom('concern_document_waiting')
    .select(['id', 'handed_in_by', 'handed_in_at'])
    .where('agency_id', '=', agencyId)
    .where('concern_id', '=', concern)
    .orderBy('handed_in_at')
    .execute()
export type WaitingHere = Pick<WaitingTable, 'id' | 'handed_in_by' | 'handed_in_at'>

/** All that wait in a vault, the longest waiting first. */
export const selectWaiting = (db: Db, agencyId: AgencyId): Promise<WaitingTable[]> =>
  documentTables(db)
    .selectFrom('concern_document_waiting')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('handed_in_at')
    .limit(100)
    .execute()

/** The document that came in by one form already, whether or not it waits. */
export async function selectByDraft(
  db: Db,
  agencyId: AgencyId,
  draft: Id<'draft'>,
): Promise<{ readonly id: DocumentId; readonly waits: boolean } | undefined> {
  for (const table of ['concern_document', 'concern_document_waiting'] as const) {
    const found = await documentTables(db)
      .selectFrom(table)
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('draft_key', '=', draft)
      .executeTakeFirst()
    if (found) return { id: found.id, waits: table === 'concern_document_waiting' }
  }
  return undefined
}

/** A piece has so many bytes at most: none is ever held twice over in memory as one great text. */
const pieceSize = 2 ** 20

export async function insertParts(
  db: Db,
  of: Pick<DocumentTable, 'agency_id' | 'id' | 'concern_id'>,
  sealed: Uint8Array,
): Promise<void> {
  for (let number = 1; (number - 1) * pieceSize < sealed.length; number++) {
    const part = sealed.subarray((number - 1) * pieceSize, number * pieceSize)
    await documentTables(db)
      .insertInto('concern_document_part')
      .values({
        agency_id: of.agency_id,
        document_id: of.id,
        concern_id: of.concern_id,
        number,
        sealed: Buffer.from(part),
      })
      .execute()
  }
}

/** A sealed document, put together. */
export async function sealedOf(db: Db, agencyId: AgencyId, id: DocumentId): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for (;;) {
    const part = await documentTables(db)
      .selectFrom('concern_document_part')
      .select('sealed')
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', id)
      .where('number', '=', parts.length + 1)
      .executeTakeFirst()
    if (!part) return Buffer.concat(parts)
    parts.push(part.sealed)
  }
}

/** Takes away one that waits, with its parts. Says whether it was there: another may have looked at it first. */
export async function deleteWaiting(db: Db, agencyId: AgencyId, id: DocumentId): Promise<boolean> {
  await documentTables(db)
    .deleteFrom('concern_document_part')
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', id)
    .execute()
  const gone = await documentTables(db)
    .deleteFrom('concern_document_waiting')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
