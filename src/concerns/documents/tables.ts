import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { ConcernId } from '../tables.ts'

export type DocumentId = Id<'concern-document'>

/** A document that opens for whoever reads its concern. Its bytes are in parts. */
export interface DocumentTable {
  agency_id: AgencyId
  id: DocumentId
  concern_id: ConcernId
  /** Nobody, where it came from whoever told of the concern, by their code. */
  handed_in_by: PersonId | null
  handed_in_at: Date
  checked: 'clean' | 'not-checked'
  /** What is said of it, sealed: see `About`. This and the commitment are empty once it is erased, when nobody reads it. */
  about: Uint8Array
  /** SHA-256 over 32 random bytes, which are in `about`, and the document. */
  commitment: Uint8Array
  /** SHA-256 over the sealed document, as its parts hold it, and how many bytes that has. */
  sealed_hash: Uint8Array
  size: number
  draft_key: Id<'draft'>
  entry_id: EntryId
}

/** A piece of a sealed document, of a megabyte at most. */
export interface PartTable {
  agency_id: AgencyId
  document_id: DocumentId
  concern_id: ConcernId
  number: number
  sealed: Uint8Array
}

/** A document that nobody opens yet: it waits to be checked for viruses. */
export interface WaitingTable {
  agency_id: AgencyId
  id: DocumentId
  concern_id: ConcernId
  handed_in_by: PersonId | null
  handed_in_at: Date
  about: Uint8Array
  commitment: Uint8Array
  /** What opens its parts, sealed with the installation’s secret. */
  key: Uint8Array
  draft_key: Id<'draft'>
}

export const documentTables = (db: Db) =>
  db.withTables<{
    concern_document: DocumentTable
    concern_document_part: PartTable
    concern_document_waiting: WaitingTable
  }>()
