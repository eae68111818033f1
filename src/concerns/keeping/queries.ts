import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, EntryId, Evidence, PersonId, Reader } from '../../records/index.ts'
import { type KeptKind, monthsOf } from '../../retention/index.ts'
import type { ConcernId, ConcernTable } from '../tables.ts'

/** How long each of the three kinds is kept here: asked of the agency, outside the vault. */
export interface Months {
  readonly child: number
  readonly adult: number
  readonly low: number
}
export const monthsHere = async (reader: Reader): Promise<Months> => ({
  child: await monthsOf(reader, 'concern-child'),
  adult: await monthsOf(reader, 'concern-adult'),
  low: await monthsOf(reader, 'concern-low-level'),
})

/** A closed concern, and when its time is over. */
export interface KeptConcern {
  readonly id: ConcernId
  readonly kind: KeptKind
  readonly closed_at: Date
  /** Null while it is never over: a low-level concern about somebody who is here still. */
  readonly due_at: Date | null
  readonly held: boolean
  /** When somebody last put a hold on it itself. */
  readonly held_at: Date | null
}

/** Those of these that are closed and not erased, as far as whoever acts reads them. Asked inside the vault. */
export async function selectKept(
  db: Db,
  months: Months,
  which: readonly ConcernId[],
): Promise<KeptConcern[]> {
  const { rows } = await sql<KeptConcern>`
    select * from concerns_kept(${months.child}, ${months.adult}, ${months.low}, ${[...which]}::uuid[])`.execute(
    db,
  )
  return rows
}

/** So many are looked at in one statement: none takes longer than a statement may, however many there are. */
const stretch = 2000

/** Every one that is closed and not erased, for a job: looked at in stretches. Asked inside the vault. */
export async function selectAllKept(db: Db, agencyId: AgencyId, months: Months): Promise<KeptConcern[]> {
  const kept: KeptConcern[] = []
  for (let last: ConcernId | null = null; ; ) {
    const { rows }: { rows: { id: ConcernId }[] } = await sql<{ id: ConcernId }>`
      select id from concern where agency_id = ${agencyId} and (${last}::uuid is null or id > ${last}::uuid)
      order by id limit ${stretch}`.execute(db)
    kept.push(
      ...(await selectKept(
        db,
        months,
        rows.map(({ id }) => id),
      )),
    )
    last = rows.at(-1)?.id ?? null
    if (rows.length < stretch) return kept
  }
}

/** What the acting person asked to be erased, or erased. */
export interface Gone {
  readonly id: ConcernId
  readonly reported_at: Date
  readonly erased_at: Date
  readonly ground: string
  readonly asked_by: PersonId
  readonly erased_by: PersonId
}
export async function selectGone(db: Db): Promise<Gone[]> {
  const { rows } = await sql<Gone>`select * from concerns_erased()`.execute(db)
  return rows
}

/** Who reads these concerns, without asking who acts: for a job. */
export async function selectReadersOf(
  db: Db,
  ids: readonly ConcernId[],
): Promise<{ id: ConcernId; readers: PersonId[] }[]> {
  const { rows } = await sql<{ id: ConcernId; readers: PersonId[] }>`
    select c.id, array(select heard from unnest(c.heard_by) heard union select r.person_id from concern_reader r
        where r.agency_id = c.agency_id and r.concern_id = c.id
        except select s.person_id from concern_subject s where s.agency_id = c.agency_id and s.concern_id = c.id) as readers
    from concern c where c.id = any(${[...ids]}::uuid[]) order by c.id`.execute(db)
  return rows
}

/** The rows of a table that are about a concern, whole: what their entries commit to. */
export async function rowsOfConcern<Column extends string>(
  db: Db,
  { table }: Evidence<Column>,
  { agency_id, id }: Pick<ConcernTable, 'agency_id' | 'id'>,
): Promise<(Readonly<Record<Column, unknown>> & { readonly id: string; readonly entry_id: EntryId })[]> {
  const { rows } = await sql<Readonly<Record<Column, unknown>> & { id: string; entry_id: EntryId }>`
    select * from ${sql.table(table)} where agency_id = ${agency_id} and concern_id = ${id} order by id`.execute(
    db,
  )
  return rows
}
