import type { ColumnType } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { Capacity, Choice, Kind, State } from './rules.ts'

export type ExportId = Id<'export'>

export interface ExportTable {
  agency_id: AgencyId
  id: ExportId
  kind: Kind
  subject_id: string
  asked_by: PersonId
  asked_at: Date
  reason: string
  entry_id: EntryId
}
export interface ExportMadeTable {
  agency_id: AgencyId
  export_id: ExportId
  size: number
  root: string
  entries: number
  messages: number
  replaced: number
  body_sha256: string
  made_at: Date
  entry_id: EntryId
}

/** Somebody who is named in an export beside the one it is about. */
export interface NamedPerson {
  readonly id: string
  readonly name: string
  readonly kind: 'staff' | 'child' | 'parent'
  /** One of those in the conversation, or the family of whom it is about: usually kept. */
  readonly own: boolean
  readonly as: readonly Capacity[]
  /** How often an entry names them, and how often somebody's words do. */
  readonly entries: number
  readonly inWords: number
  /** A few of the places: before, the name, after. */
  readonly places: readonly (readonly [before: string, name: string, after: string])[]
}
export interface Choices {
  readonly people: Readonly<Record<string, Choice>>
  /** Further names or words, as they were typed, and what stands for all of them. */
  readonly others: readonly string[]
}

type Stored<T> = ColumnType<T | null, string | null, string | null>
export interface ExportProgressTable {
  agency_id: AgencyId
  export_id: ExportId
  state: State
  at: Date
  size: number | null
  entries: number | null
  named: Stored<readonly NamedPerson[]>
  choices: Stored<Choices>
  expires_at: Date | null
}
export interface ExportFileTable {
  agency_id: AgencyId
  export_id: ExportId
  name: string
  content: Uint8Array
}

type Tables = {
  export: ExportTable
  export_made: ExportMadeTable
  export_progress: ExportProgressTable
  export_file: ExportFileTable
}

export const tables = (db: Db) => db.withTables<Tables>()
