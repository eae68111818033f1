import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { ConcernId } from '../tables.ts'
import type { Purpose } from './rules.ts'

export type ConcernExportId = Id<'concern-export'>

export interface ConcernExportTable {
  agency_id: AgencyId
  id: ConcernExportId
  child_id: PersonId
  for_whom: Purpose
  asked_by: PersonId
  asked_at: Date
  /** Sealed to whoever asked. */
  reason: Uint8Array
  concerns: readonly ConcernId[]
  draft_key: Id<'draft'>
  entry_id: EntryId
}

export interface ConcernExportMadeTable {
  agency_id: AgencyId
  export_id: ConcernExportId
  entries: number
  replaced: number
  body_sha256: string
  made_at: Date
  expires_at: Date
  entry_id: EntryId
}

export interface ConcernExportBodyTable {
  agency_id: AgencyId
  export_id: ConcernExportId
  sealed: Uint8Array
}

export const tables = (db: Db) =>
  db.withTables<{
    concern_export: ConcernExportTable
    concern_export_made: ConcernExportMadeTable
    concern_export_body: ConcernExportBodyTable
  }>()
