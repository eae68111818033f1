import { sql } from 'kysely'
import type pg from 'pg'
import { ask, type Db, piece, prepared, send } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { Code } from './code.ts'
import { locatorOf } from './code.ts'
import {
  type ConcernId,
  type ConcernTable,
  type DangerShownTable,
  type PieceTable,
  type ReaderTable,
  type StepTable,
  tables,
} from './tables.ts'

type ConcernSent = Omit<ConcernTable, 'facts'> & { readonly facts: string }

const store = prepared<ConcernSent>(
  row => sql`
    insert into concern (agency_id, id, what, about, facts, came_by, reported_by, reported_at, heard_by, subjects, within_reach, left_out, recipient,
      keys, report, commitment, locator, reporter_recipient, reporter_key, draft_key, entry_id)
    values (${row.agency_id}, ${row.id}, ${row.what}, ${row.about}, ${row.facts}, ${row.came_by}, ${row.reported_by},
      ${row.reported_at}, ${row.heard_by}, ${row.subjects}, ${row.within_reach}, ${row.left_out}, ${row.recipient}, ${row.keys}, ${row.report}, ${row.commitment},
      ${row.locator}, ${row.reporter_recipient}, ${row.reporter_key}, ${row.draft_key}, ${row.entry_id})`,
)

/** Sends the concern on its way: without it nothing commits. */
export const insertConcern = (db: Db, row: ConcernTable): void =>
  send(db, store, { ...row, facts: JSON.stringify(row.facts) })

/** One that was told of, as far as whoever told of it opens it: nothing of what was said once it is erased. */
export interface Stored extends Pick<ConcernTable, 'what' | 'about' | 'facts'> {
  readonly id: ConcernId
  readonly report: Uint8Array | null
  readonly reporter_key: Uint8Array
}

const sentBefore = piece<{ locators: readonly Uint8Array[] }, readonly string[]>(
  of => sql`
    select json_agg(encode(asked.locator, 'hex')) from unnest(${of.locators}::bytea[]) asked(locator)
    where exists (select from concern_by_locator(asked.locator))`,
)

/** Of these codes, those that something was told with before, by anybody: row-level security shows only what is one’s own. */
export async function selectSentBefore(db: Db, codes: readonly Code[]): Promise<ReadonlySet<Code>> {
  const byLocator = new Map(codes.map(code => [Buffer.from(locatorOf(code)).toString('hex'), code]))
  const found = await ask(db, sentBefore, { locators: codes.map(locatorOf) })
  return new Set((found ?? []).flatMap(locator => byLocator.get(locator) ?? []))
}

/** What the same form has reported already, as far as whoever acts may see it. */
export async function selectReported(
  db: Db,
  agencyId: AgencyId,
  draft: Id<'draft'>,
): Promise<Stored | undefined> {
  const { rows } = await sql<Stored>`
    select id, report, reporter_key, what, about, facts from concern where agency_id = ${agencyId} and draft_key = ${draft}`.execute(
    db,
  )
  return rows[0]
}

/** Those of these that are there, in no order. Once it is erased nobody reads a concern, whoever told of it either. */
export const selectConcerns = (
  db: Db,
  agencyId: AgencyId,
  ids: readonly ConcernId[],
): Promise<ConcernTable[]> =>
  tables(db)
    .selectFrom('concern')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids)
    .where('report', 'is not', null)
    .execute()

export const selectConcern = async (
  db: Db,
  agencyId: AgencyId,
  id: ConcernId,
): Promise<ConcernTable | undefined> => (await selectConcerns(db, agencyId, [id]))[0]

/** The vault, its agency, and the concern that a code leads to. */
export interface Place {
  readonly vault: AgencyId
  readonly home: AgencyId
  readonly id: ConcernId
}
export async function placeOf(pool: pg.Pool, code: Code): Promise<Place | undefined> {
  const { rows } = await pool.query<Place>({
    name: 'concern-by-locator',
    text: 'select agency_id as vault, home_id as home, id from concern_by_locator($1)',
    values: [locatorOf(code)],
  })
  return rows[0]
}

export interface Listed {
  readonly id: ConcernId
  readonly at: Date
  readonly what: ConcernTable['what']
  readonly about: ConcernTable['about']
  readonly came_by: ConcernTable['came_by']
  readonly opened: boolean
  readonly closed: boolean
}

/**
 * A stretch of what somebody reads, the newest first: from before a place in it, or from the beginning. Each concern is looked at
 * by itself, in the order of the list, so that as many are looked at as are shown, however many there are. (Of an “exists” here the
 * database would gather every step there is beforehand.)
 */
export async function selectListed(
  db: Db,
  agencyId: AgencyId,
  which: {
    readonly person: PersonId
    readonly before?: { readonly at: Date; readonly id: ConcernId }
    readonly most: number
  },
): Promise<Listed[]> {
  const before = which.before
    ? sql`and (l.at, l.concern_id) < (${which.before.at}, ${which.before.id})`
    : sql``
  const { rows } = await sql<Listed>`
    select c.id, l.at, c.what, c.about, c.came_by,
      coalesce((select true from concern_step s where s.agency_id = c.agency_id and s.concern_id = c.id
        and s.step = 'opened' limit 1), false) as opened,
      coalesce((select s.step = 'closed' from concern_step s where s.agency_id = c.agency_id and s.concern_id = c.id
        and s.step in ('closed', 'reopened') order by s.taken_at desc, s.id desc limit 1), false) as closed
    from concern_listed l cross join lateral (
      select * from concern where agency_id = l.agency_id and id = l.concern_id offset 0) c
    where l.agency_id = ${agencyId} and l.person_id = ${which.person} ${before}
    order by l.at desc, l.concern_id desc limit ${which.most}`.execute(db)
  return rows
}

/** What somebody reported in their own name, as they see it: how it stands, and none of its words. */
export interface ReportedByMe {
  readonly id: ConcernId
  readonly reported_at: Date
  readonly came_by: ConcernTable['came_by']
  readonly opened_at: Date | null
  readonly answered_at: Date | null
}

/** What a member of the staff has reported in their own name, the newest first. */
export async function selectReportedBy(
  db: Db,
  agencyId: AgencyId,
  person: PersonId,
): Promise<ReportedByMe[]> {
  const { rows } = await sql<ReportedByMe>`
    select c.id, c.reported_at, c.came_by, (select min(s.taken_at) from concern_step s
      where s.agency_id = c.agency_id and s.concern_id = c.id and s.step = 'opened') as opened_at,
      (select max(p.written_at) from concern_piece p
      where p.agency_id = c.agency_id and p.concern_id = c.id and p.kind = 'reply') as answered_at
    from concern c where c.agency_id = ${agencyId} and c.reported_by = ${person} and c.report is not null
    order by c.reported_at desc limit 50`.execute(db)
  return rows
}

/** What was written in any of these since, in its order within each. */
export const selectPieces = (
  db: Db,
  agencyId: AgencyId,
  concerns: readonly ConcernId[],
  whose: 'everything' | 'for-reporter' = 'everything',
): Promise<PieceTable[]> =>
  tables(db)
    .selectFrom('concern_piece')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', 'in', concerns)
    .where('for_reporter', 'in', whose === 'everything' ? [true, false] : [true])
    .orderBy('number')
    .execute()

/** How often whoever told of a concern has added to it: in the hour before, and ever. */
export async function countAdditions(
  db: Db,
  agencyId: AgencyId,
  concern: ConcernId,
  now: Date,
): Promise<{ readonly hour: number; readonly ever: number }> {
  const { rows } = await sql<{ hour: number; ever: number }>`
    select count(*) filter (where written_at > ${new Date(now.getTime() - 3_600_000)})::int as hour, count(*)::int as ever
    from concern_piece where agency_id = ${agencyId} and concern_id = ${concern} and kind = 'addition'`.execute(
    db,
  )
  return rows[0] ?? { hour: 0, ever: 0 }
}

export async function nextNumber(db: Db, agencyId: AgencyId, concern: ConcernId): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select 1 + coalesce(max(number), 1) as next from concern_piece
    where agency_id = ${agencyId} and concern_id = ${concern}`.execute(db)
  return rows[0]?.next ?? 2
}

export const selectPieceOfDraft = (
  db: Db,
  agencyId: AgencyId,
  draft: Id<'draft'>,
): Promise<{ id: Id<'piece'> } | undefined> =>
  tables(db)
    .selectFrom('concern_piece')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('draft_key', '=', draft)
    .executeTakeFirst()

export const selectSteps = (db: Db, agencyId: AgencyId, concern: ConcernId): Promise<StepTable[]> =>
  tables(db)
    .selectFrom('concern_step')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', '=', concern)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()

/** Who came to read any of these later, in the order in which they did. */
export const selectReaders = (
  db: Db,
  agencyId: AgencyId,
  concerns: readonly ConcernId[],
): Promise<ReaderTable[]> =>
  tables(db)
    .selectFrom('concern_reader')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', 'in', concerns)
    .orderBy('since')
    .execute()

export async function insertPiece(db: Db, row: PieceTable): Promise<void> {
  await tables(db).insertInto('concern_piece').values(row).execute()
}
export async function insertStep(db: Db, row: StepTable): Promise<void> {
  await tables(db).insertInto('concern_step').values(row).execute()
}
export async function insertDangerShown(db: Db, row: DangerShownTable): Promise<void> {
  await tables(db).insertInto('danger_shown').values(row).execute()
}
