import { sql } from 'kysely'
import type { DutyKind } from '../../duties/index.ts'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import type { ConcernId, ConcernTable } from '../tables.ts'

/** A concern that somebody may come to read after another. */
export interface ToFollow {
  readonly id: ConcernId
  readonly about: ConcernTable['about']
  readonly open: boolean
  /** What may open it: its keys as they are sealed. */
  readonly keys: readonly Uint8Array[]
}

/** What the acting person may hand over to somebody. */
export interface ToHandOver extends ToFollow {
  /** It opens to nobody else who is here. */
  readonly alone: boolean
  /** It opens to whoever takes over already. */
  readonly theirs: boolean
  /** It is about them, or they stand too near to whom it is about. */
  readonly barred: boolean
}
export async function selectToHandOver(db: Db, taker: PersonId | null): Promise<ToHandOver[]> {
  const { rows } = await sql<ToHandOver>`select * from concerns_to_hand_over(${taker}::uuid)`.execute(db)
  return rows
}

/** What the acting person can come to read with a key that two keyholders gave them. */
export async function selectToTakeOver(db: Db): Promise<ToFollow[]> {
  const { rows } = await sql<ToFollow>`select * from concerns_to_take_over()`.execute(db)
  return rows
}

/** Which actions are of these concerns: a duty to do one is about it. */
export async function selectActionsOf(
  db: Db,
  agencyId: AgencyId,
  concerns: readonly ConcernId[],
): Promise<{ id: string; concern_id: ConcernId }[]> {
  const { rows } = await sql<{ id: string; concern_id: ConcernId }>`
    select id, concern_id from concern_action
    where agency_id = ${agencyId} and concern_id = any(${[...concerns]}::uuid[])`.execute(db)
  return rows
}

/** Whose duty somebody does while they are away. */
export interface CoverTable {
  agency_id: AgencyId
  kind: DutyKind
  about_id: string
  by_id: PersonId
  away_id: PersonId
}
const tables = (db: Db) => db.withTables<{ concern_cover: CoverTable }>()

export const selectCovers = (db: Db, agencyId: AgencyId): Promise<CoverTable[]> =>
  tables(db).selectFrom('concern_cover').selectAll().where('agency_id', '=', agencyId).execute()

export async function insertCover(db: Db, row: CoverTable): Promise<void> {
  await tables(db)
    .insertInto('concern_cover')
    .values(row)
    .onConflict(taken => taken.doNothing())
    .execute()
}
export async function deleteCover(db: Db, { agency_id, kind, about_id, by_id }: CoverTable): Promise<void> {
  await tables(db)
    .deleteFrom('concern_cover')
    .where('agency_id', '=', agency_id)
    .where('kind', '=', kind)
    .where('about_id', '=', about_id)
    .where('by_id', '=', by_id)
    .execute()
}
