import { type ColumnType, sql } from 'kysely'
import { type Db, prepared, send } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { Kept } from '../screened.ts'
import type { ConversationId, MessageId, MessageTable } from '../tables.ts'

export type MarkId = Id<'message-mark'>

/** For whom a message is marked: docs in db/migrations/0057-marked-messages.sql. */
export type MarkKind = 'asked' | 'danger' | 'look' | 'masked'

export interface MarkTable {
  agency_id: AgencyId
  id: MarkId
  message_id: MessageId
  kind: MarkKind
  found: ColumnType<readonly Kept[], string, never>
  reason: string | null
  marked_at: Date
  entry_id: EntryId
}
export interface LookTable {
  agency_id: AgencyId
  id: Id<'message-look'>
  mark_id: MarkId
  person_id: PersonId
  did: string | null
  at: Date
  entry_id: EntryId
}
export interface OpeningTable {
  agency_id: AgencyId
  id: Id<'detail-opening'>
  message_id: MessageId
  person_id: PersonId
  for_all: boolean
  reason: string
  at: Date
  entry_id: EntryId
}
export interface WordsOpeningTable {
  agency_id: AgencyId
  id: Id<'words-opening'>
  about_kind: 'kept-words' | 'arrival'
  about_id: string
  person_id: PersonId
  reason: string
  at: Date
  entry_id: EntryId
}

export const markTables = (db: Db) =>
  db.withTables<{
    message_mark: MarkTable
    message_look: LookTable
    detail_opening: OpeningTable
    words_opening: WordsOpeningTable
  }>()

type Stored = Omit<MarkTable, 'found'> & { readonly found: string }

const storeMark = prepared<Stored>(
  row => sql`
    insert into message_mark (agency_id, id, message_id, kind, found, reason, marked_at, entry_id)
    values (${row.agency_id}, ${row.id}, ${row.message_id}, ${row.kind}, ${row.found}::jsonb, ${row.reason},
      ${row.marked_at}, ${row.entry_id})`,
)

/** Sends a mark to be stored behind its message. */
export const insertMark = (db: Db, row: Omit<Stored, 'found'> & { found: readonly Kept[] }): void =>
  send(db, storeMark, { ...row, found: JSON.stringify(row.found) })

/** A mark with its message, as the page for whoever looks at it needs them. */
export interface Mark {
  readonly id: MarkId
  readonly kind: MarkKind
  readonly found: readonly Kept[]
  readonly reason: string | null
  readonly marked_at: Date
  readonly message_id: MessageId
  readonly conversation_id: ConversationId
  readonly author: string
  readonly author_kind: 'staff' | 'child' | 'parent'
  readonly sent_at: Date
  /** Newest last; times as the database's JSON writes them. */
  readonly looks: readonly { readonly name: string; readonly did: string | null; readonly at: string }[]
}

export async function selectMark(db: Db, agencyId: AgencyId, id: MarkId): Promise<Mark | undefined> {
  const { rows } = await sql<Mark>`
    select k.id, k.kind, k.found, k.reason, k.marked_at, k.message_id, m.conversation_id, a.name as author,
      a.kind as author_kind, m.sent_at,
      coalesce((select json_agg(json_build_object('name', p.name, 'did', l.did, 'at', l.at) order by l.at, l.id)
        from message_look l join person p on p.agency_id = l.agency_id and p.id = l.person_id
        where l.agency_id = k.agency_id and l.mark_id = k.id), '[]') as looks
    from message_mark k join message m on m.agency_id = k.agency_id and m.id = k.message_id
      join person a on a.agency_id = m.agency_id and a.id = m.author_id
    where k.agency_id = ${agencyId} and k.id = ${id}`.execute(db)
  return rows[0]
}

export async function insertLook(db: Db, row: LookTable): Promise<void> {
  await markTables(db).insertInto('message_look').values(row).execute()
}

/** Whether somebody has looked at this mark before. */
export async function hasLooked(
  db: Db,
  agencyId: AgencyId,
  mark: MarkId,
  person: PersonId,
): Promise<boolean> {
  const { rows } = await sql`select 1 from message_look where agency_id = ${agencyId} and mark_id = ${mark}
    and person_id = ${person} limit 1`.execute(db)
  return rows.length > 0
}

/** Whether what somebody wrote with this draft key was marked as danger. */
export async function saysDanger(
  db: Db,
  which: Pick<MessageTable, 'agency_id' | 'conversation_id' | 'author_id' | 'draft_key'>,
): Promise<boolean> {
  const { rows } = await sql`select 1 from message m join message_mark k on k.agency_id = m.agency_id
      and k.message_id = m.id and k.kind = 'danger'
    where m.agency_id = ${which.agency_id} and m.conversation_id = ${which.conversation_id}
      and m.author_id = ${which.author_id} and m.draft_key = ${which.draft_key}`.execute(db)
  return rows.length > 0
}

/** Every mark of a message. */
export function selectMarksOf(db: Db, message: Pick<MessageTable, 'agency_id' | 'id'>) {
  return markTables(db)
    .selectFrom('message_mark')
    .selectAll()
    .where('agency_id', '=', message.agency_id)
    .where('message_id', '=', message.id)
    .execute()
}
