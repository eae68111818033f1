import { type ColumnType, sql } from 'kysely'
import { type Db, prepared, send } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { Kept } from '../screened.ts'
import type { ConversationId, MessageId, MessageTable } from '../tables.ts'

export type WaitingId = Id<'waiting-message'>

export interface WaitingTable {
  agency_id: AgencyId
  id: WaitingId
  conversation_id: ConversationId
  author_id: PersonId
  /** Null once its content has been lawfully erased. */
  body: string | null
  why: 'held' | 'hours'
  /** When it goes by itself: null for what is held. */
  goes_at: Date | null
  found: ColumnType<readonly Kept[], string, never>
  reason: string | null
  draft_key: string
  written_at: Date
  entry_id: EntryId
}

/** asked and let-go go before; each of the others ends the waiting. */
export type Step = 'asked' | 'let-go' | 'sent-back' | 'withdrawn' | 'sent' | 'not-sent'

export interface WaitingStepTable {
  agency_id: AgencyId
  id: Id<'waiting-step'>
  waiting_id: WaitingId
  step: Step
  /** Null is Lanyard itself. */
  person_id: PersonId | null
  word: string | null
  goes_at: Date | null
  message_id: MessageId | null
  at: Date
  entry_id: EntryId
}

export const waitingTables = (db: Db) =>
  db.withTables<{ waiting_message: WaitingTable; waiting_step: WaitingStepTable }>()

export interface StepTaken {
  readonly step: Step
  readonly name: string | null
  readonly word: string | null
  /** As the database's JSON writes times. */
  readonly at: string
  readonly goes_at: string | null
}

/** What waits or waited, with all that became of it. */
export interface Waiting {
  readonly id: WaitingId
  readonly conversation_id: ConversationId
  readonly subject: string
  readonly author_id: PersonId
  readonly author: string
  readonly body: string | null
  readonly why: 'held' | 'hours'
  readonly goes_at: Date | null
  readonly found: readonly Kept[]
  readonly reason: string | null
  readonly draft_key: string
  readonly written_at: Date
  readonly entry_id: EntryId
  /** Oldest first. */
  readonly steps: readonly StepTaken[]
}

const columns = sql`w.id, w.conversation_id, c.subject, w.author_id, a.name as author, w.body, w.why, w.goes_at, w.found,
    w.reason, w.draft_key, w.written_at, w.entry_id,
    coalesce((select json_agg(json_build_object('step', s.step, 'name', p.name, 'word', s.word, 'at', s.at, 'goes_at', s.goes_at)
        order by s.at, s.id)
      from waiting_step s left join person p on p.agency_id = s.agency_id and p.id = s.person_id
      where s.agency_id = w.agency_id and s.waiting_id = w.id), '[]') as steps
  from waiting_message w join conversation c on c.agency_id = w.agency_id and c.id = w.conversation_id
    join person a on a.agency_id = w.agency_id and a.id = w.author_id`

const waitsStill = sql`exists (select from waiting_now n where n.agency_id = w.agency_id and n.waiting_id = w.id)`

export async function selectWaiting(db: Db, agencyId: AgencyId, id: WaitingId): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select ${columns} where w.agency_id = ${agencyId} and w.id = ${id}`.execute(db)
  return rows[0]
}

/** What waits still in a conversation of what this person wrote, and what was sent back or could not go of late, oldest first. */
export async function selectOwnWaiting(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly conversation: ConversationId; readonly author: PersonId },
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select ${columns} where w.agency_id = ${which.agencyId} and w.conversation_id = ${which.conversation}
      and w.author_id = ${which.author} and ${waitsStill} order by w.written_at, w.id limit 50`.execute(db)
  return rows
}

/** What waits still of what these people wrote (all, when nobody is named), the oldest first. */
export async function selectAllWaiting(
  db: Db,
  agencyId: AgencyId,
  authors: readonly PersonId[] | 'all',
): Promise<Waiting[]> {
  const whose = authors === 'all' ? sql`true` : sql`w.author_id = any(${[...authors]}::uuid[])`
  const { rows } = await sql<Waiting>`
    select ${columns} where w.agency_id = ${agencyId} and ${whose} and ${waitsStill}
    order by w.why, w.written_at, w.id limit 200`.execute(db)
  return rows
}

/** What may go by now, the longest waiting first, at most `limit`. */
export async function selectDue(
  db: Db,
  agencyId: AgencyId,
  now: Date,
  limit: number,
): Promise<readonly WaitingId[]> {
  const { rows } = await sql<{ id: WaitingId }>`
    select w.id from waiting_message w where w.agency_id = ${agencyId} and ${waitsStill}
      and (w.goes_at <= ${now} or exists (select from waiting_step s where s.agency_id = w.agency_id
        and s.waiting_id = w.id and s.step = 'let-go' and s.goes_at <= ${now}))
    order by w.written_at, w.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

type Stored = Omit<WaitingTable, 'found'> & { readonly found: string }

const storeWaiting = prepared<Stored>(
  row => sql`
    insert into waiting_message (agency_id, id, conversation_id, author_id, body, why, goes_at, found, reason, draft_key,
      written_at, entry_id)
    values (${row.agency_id}, ${row.id}, ${row.conversation_id}, ${row.author_id}, ${row.body}, ${row.why},
      ${row.goes_at}, ${row.found}::jsonb, ${row.reason}, ${row.draft_key}, ${row.written_at}, ${row.entry_id})`,
)

/** Sends a waiting message to be stored. A second one of the same draft takes a unique key that is taken. */
export const insertWaiting = (db: Db, row: Omit<Stored, 'found'> & { found: readonly Kept[] }): void =>
  send(db, storeWaiting, { ...row, found: JSON.stringify(row.found) })

export async function insertStep(db: Db, row: WaitingStepTable): Promise<void> {
  await waitingTables(db).insertInto('waiting_step').values(row).execute()
}

/** The row in which a message waited before it was sent, if it did. */
export function selectWaitingOf(db: Db, message: MessageTable) {
  return waitingTables(db)
    .selectFrom('waiting_message')
    .selectAll()
    .where('agency_id', '=', message.agency_id)
    .where('conversation_id', '=', message.conversation_id)
    .where('author_id', '=', message.author_id)
    .where('draft_key', '=', message.draft_key)
    .executeTakeFirst()
}
