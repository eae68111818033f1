import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { ConcernExportId } from '../exports/tables.ts'

/** A file on its way from one organisation to another: the same in both. */
export type TransferId = Id<'concern-transfer'>

export interface TransferTable {
  agency_id: AgencyId
  id: TransferId
  export_id: ConcernExportId
  to_agency: AgencyId
  to_name: string
  sent_by: PersonId
  sent_at: Date
  draft_key: Id<'draft'>
  entry_id: EntryId
}

/** What is under way, until it is answered. */
export interface TransferContentTable {
  agency_id: AgencyId
  transfer_id: TransferId
  readers: readonly PersonId[]
  /** Everybody it is sealed to; null of what was sent before anybody else was. */
  within_reach: readonly PersonId[] | null
  answer_to: string
  entries: number
  sealed: Uint8Array
}

export const answers = ['accepted', 'refused'] as const
export type Answer = (typeof answers)[number]

export interface TransferAnswerTable {
  agency_id: AgencyId
  transfer_id: TransferId
  answer: Answer
  by_name: string
  answered_at: Date
  why: Uint8Array | null
  entry_id: EntryId
}

export interface FileTable {
  agency_id: AgencyId
  id: TransferId
  from_agency: AgencyId
  from_name: string
  sent_by_name: string
  arrived_at: Date
  /** Who answers it first. */
  readers: readonly PersonId[]
  /** Everybody it is sealed to, to whom it comes if those do not answer. */
  within_reach: readonly PersonId[] | null
  answer_to: string
  entries: number
  entry_id: EntryId
}

/** To whom it came since, as nobody answered it in time. */
export interface FileReaderTable {
  agency_id: AgencyId
  id: Id<'concern-file-reader'>
  file_id: TransferId
  person_id: PersonId
  since: Date
  entry_id: EntryId
}

export interface FileContentTable {
  agency_id: AgencyId
  file_id: TransferId
  sealed: Uint8Array
}

export interface FileAnswerTable {
  agency_id: AgencyId
  file_id: TransferId
  answer: Answer
  answered_by: PersonId
  answered_at: Date
  why: Uint8Array | null
  entry_id: EntryId
}

export const tables = (db: Db) =>
  db.withTables<{
    concern_transfer: TransferTable
    concern_transfer_content: TransferContentTable
    concern_transfer_answer: TransferAnswerTable
    concern_file: FileTable
    concern_file_content: FileContentTable
    concern_file_reader: FileReaderTable
    concern_file_answer: FileAnswerTable
  }>()
