import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { About, Answer, OutsideBody, Question, What } from '../routing/index.ts'

export type ConcernId = Id<'concern'>
export type CameBy = 'staff' | 'family' | 'anyone' | 'paper' | 'message'

/** What its evidence calls erasable is there until two people have erased it; then nobody reads any of it. */
export interface ConcernTable {
  agency_id: AgencyId
  id: ConcernId
  what: readonly [What, ...What[]]
  about: readonly [About, ...About[]]
  /** `adult`: whether one was named, with an account or without. */
  facts: Readonly<Record<Question, Answer>> & { readonly adult?: 'yes' }
  came_by: CameBy
  reported_by: PersonId | null
  reported_at: Date
  heard_by: readonly PersonId[]
  subjects: readonly PersonId[]
  /** Everybody its key is sealed to from the first, whether or not they read it. */
  within_reach: readonly PersonId[]
  /** Who may be whom it is about, and comes to read it by nothing but a reader's letting them in; null for nobody. */
  left_out: readonly PersonId[] | null
  recipient: string
  keys: Uint8Array
  report: Uint8Array
  commitment: Uint8Array
  locator: Uint8Array
  reporter_recipient: string
  reporter_key: Uint8Array
  draft_key: Id<'draft'>
  entry_id: EntryId
}

export const pieceKinds = [
  'addition',
  'reply',
  'note',
  'correction',
  'plan',
  'decision',
  'action',
  'reason',
  'body',
  'closing',
  'pack',
] as const
export type PieceKind = (typeof pieceKinds)[number]

export interface PieceTable {
  agency_id: AgencyId
  id: Id<'piece'>
  concern_id: ConcernId
  /** Its place: the report is 1. */
  number: number
  kind: PieceKind
  written_by: PersonId | null
  written_at: Date
  for_reporter: boolean
  /** Which earlier thing a correction corrects, by its number. */
  corrects: number | null
  sealed: Uint8Array
  draft_key: Id<'draft'>
  entry_id: EntryId
}

export const stepKinds = [
  'opened',
  'referred',
  'consulted',
  'not-referred',
  'action-done',
  'reviewed',
  'close-asked',
  'closed',
  'reopened',
  'glass-broken',
  'pack-made',
  'seen-together',
  'gone-through',
  'export-asked',
  'held',
  'released',
  'erase-asked',
  'erase-declined',
  'erased',
  'document-opened',
  'document-waits',
  'document-refused',
] as const
export type StepKind = (typeof stepKinds)[number]

export interface StepTable {
  agency_id: AgencyId
  id: Id<'concern-step'>
  concern_id: ConcernId
  step: StepKind
  body: OutsideBody | null
  taken_by: PersonId | null
  taken_at: Date
  piece_id: Id<'piece'> | null
  /** Why it was opened. */
  reason: string | null
  /** What the step is about, where it is about one thing in the concern. */
  thing_id: Id<'concern-action'> | Id<'concern-document'> | null
  /** When it happened, where it was written down later. */
  happened_at: Date | null
  entry_id: EntryId
}

export interface DangerShownTable {
  agency_id: AgencyId
  id: Id<'danger-shown'>
  shown_at: Date
  to_whom: 'staff' | 'family' | 'anyone'
  /** How often, in a minute in which it was shown oftener than is kept one by one. */
  times: number
  entry_id: EntryId
}

export interface ReaderTable {
  agency_id: AgencyId
  id: Id<'concern-reader'>
  concern_id: ConcernId
  person_id: PersonId
  why: 'added' | 'handed-over' | 'recovered' | 'broke-glass' | 'late'
  let_in_by: PersonId | null
  since: Date
  key: Uint8Array | null
  entry_id: EntryId
}

export interface SubjectTable {
  agency_id: AgencyId
  id: Id<'concern-subject'>
  concern_id: ConcernId
  person_id: PersonId
  /** Whether it is about them, or they stand too near to whom it is about. */
  why: 'named' | 'too-near'
  /** What they were here when they were named; null for whoever stands too near. */
  about: readonly About[] | null
  named_by: PersonId
  named_at: Date
  entry_id: EntryId
}

export interface LinkTable {
  agency_id: AgencyId
  id: Id<'concern-link'>
  concern_id: ConcernId
  person_id: PersonId
  part: 'child' | 'family' | 'staff'
  linked_by: PersonId
  linked_at: Date
  entry_id: EntryId
}

export interface ActionTable {
  agency_id: AgencyId
  id: Id<'concern-action'>
  concern_id: ConcernId
  /** What is to be done: its words. */
  piece_id: Id<'piece'>
  owner_id: PersonId
  due_at: Date
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}

export interface ListedTable {
  agency_id: AgencyId
  person_id: PersonId
  at: Date
  concern_id: ConcernId
}

export const tables = (db: Db) =>
  db.withTables<{
    concern: ConcernTable
    concern_piece: PieceTable
    concern_step: StepTable
    concern_reader: ReaderTable
    concern_subject: SubjectTable
    concern_listed: ListedTable
    concern_link: LinkTable
    concern_action: ActionTable
    danger_shown: DangerShownTable
  }>()
