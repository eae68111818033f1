import { type ColumnType, sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, Ground, PersonId } from '../records/index.ts'
import type { PosterId, Size } from './rules.ts'
import type { Wording } from './wording.ts'
import type { PosterWords } from './words.ts'

export type PrintingId = Id<'poster-printing'>

export interface PosterWordingTable {
  agency_id: AgencyId
  id: Id<'poster-wording'>
  poster: PosterId
  wording: ColumnType<Wording, string, never>
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}

/** A printing as it was made. */
interface Made {
  agency_id: AgencyId
  id: PrintingId
  code: string
  poster: PosterId
  size: Size
  place: string
  words_hash: string
  printed_by: PersonId
  printed_at: Date
}
/** What becomes of it. */
export interface Becomes {
  /** Who looks after it: whoever printed it, or whoever took that over when they left. */
  keeper_id: PersonId
  superseded_at: Date | null
  superseded_by: string | null
  ended_at: Date | null
  ended_how: 'taken-down' | 'replaced' | null
  replaced_by: PrintingId | null
  entry_id: EntryId
}
export interface PosterPrintingTable extends Made, Becomes {
  words: ColumnType<PosterWords, string, never>
}
export type Printing = Made & Becomes & { words: PosterWords }

export const posterTables = (db: Db) =>
  db.withTables<{ poster_wording: PosterWordingTable; poster_printing: PosterPrintingTable }>()

/** How the agency words this poster now. */
export async function selectWording(
  db: Db,
  agencyId: AgencyId,
  poster: PosterId,
): Promise<Wording | undefined> {
  const row = await posterTables(db)
    .selectFrom('poster_wording')
    .select('wording')
    .where('agency_id', '=', agencyId)
    .where('poster', '=', poster)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.wording
}

export const selectPrinting = (db: Db, agencyId: AgencyId, id: PrintingId): Promise<Printing | undefined> =>
  posterTables(db)
    .selectFrom('poster_printing')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Everything that hangs, held until this transaction ends: one at a time says what is out of date. */
export const holdHanging = (db: Db, agencyId: AgencyId): Promise<Printing[]> =>
  posterTables(db)
    .selectFrom('poster_printing')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('ended_at', 'is', null)
    .orderBy('printed_at')
    .forUpdate()
    .execute()

/** What hangs and is looked after by one person. */
export const selectKeptBy = (db: Db, agencyId: AgencyId, keeper: PersonId): Promise<Printing[]> =>
  posterTables(db)
    .selectFrom('poster_printing')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('keeper_id', '=', keeper)
    .where('ended_at', 'is', null)
    .orderBy('printed_at')
    .execute()

/** Which printings the register shows. */
export type Shown = 'hanging' | 'replace' | 'ended'
export interface ListedPrinting extends Omit<Printing, 'words'> {
  readonly keeper: string
}

const shownAs = {
  hanging: sql`r.ended_at is null`,
  replace: sql`r.ended_at is null and r.superseded_at is not null`,
  ended: sql`r.ended_at is not null`,
} as const

export async function countPrintings(db: Db, agencyId: AgencyId, shown: Shown): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from poster_printing r
    where r.agency_id = ${agencyId} and ${shownAs[shown]}`.execute(db)
  return rows[0]?.count ?? 0
}

export async function selectPrintings(
  db: Db,
  agencyId: AgencyId,
  shown: Shown,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<ListedPrinting[]> {
  const { rows } = await sql<ListedPrinting>`
    select r.id, r.code, r.poster, r.size, r.place, r.words_hash, r.printed_by, r.printed_at, r.keeper_id,
      r.superseded_at, r.superseded_by, r.ended_at, r.ended_how, r.replaced_by, p.name as keeper
    from poster_printing r join person p on p.agency_id = r.agency_id and p.id = r.keeper_id
    where r.agency_id = ${agencyId} and ${shownAs[shown]}
    order by r.printed_at desc, r.id desc limit ${size} offset ${from}`.execute(db)
  return rows
}

/** Whose printing a code is of, for whoever scans it. */
export async function printingByCode(
  pool: Ground['pool'],
  code: string,
): Promise<{ agencyId: AgencyId; id: PrintingId } | undefined> {
  const { rows } = await pool.query<{ agency_id: AgencyId; id: PrintingId }>(
    'select agency_id, id from printing_by_code($1)',
    [code],
  )
  return rows[0] && { agencyId: rows[0].agency_id, id: rows[0].id }
}
