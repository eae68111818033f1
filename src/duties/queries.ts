import { sql } from 'kysely'
import { type Db, prepared, send } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { DutyKind } from './rules.ts'

export interface DutyTable {
  agency_id: AgencyId
  id: Id<'duty'>
  kind: DutyKind
  person_id: PersonId
  about_kind: string
  about_id: string
  opened_at: Date
  due_at: Date
  /** When the next step of following it up falls; null once there is none. */
  next_at: Date | null
  closed_at: Date | null
  opened_entry: EntryId
  closed_entry: EntryId | null
}

const tables = (db: Db) => db.withTables<{ duty: DutyTable }>()

const toOpen = sql`insert into duty (agency_id, id, kind, person_id, about_kind, about_id, opened_at, due_at, next_at,
      closed_at, opened_entry, closed_entry)`
const unlessOpen = sql`on conflict (agency_id, kind, person_id, about_id) where closed_at is null do nothing`

const openOne = prepared<DutyTable>(
  row => sql`
    ${toOpen} values (${row.agency_id}, ${row.id}, ${row.kind}, ${row.person_id}, ${row.about_kind}, ${row.about_id},
      ${row.opened_at}, ${row.due_at}, ${row.next_at}, ${row.closed_at}, ${row.opened_entry}, ${row.closed_entry})
    ${unlessOpen}`,
)

// Found open, no row is tried, and none of the indexes that it would go into is opened: a quarter of what it takes.
const openUnlessSeen = prepared<DutyTable>(
  row => sql`
    ${toOpen} select ${row.agency_id}, ${row.id}, ${row.kind}, ${row.person_id}, ${row.about_kind}, ${row.about_id},
      ${row.opened_at}, ${row.due_at}, ${row.next_at}, ${row.closed_at}, ${row.opened_entry}, ${row.closed_entry}
    where not exists (select from duty d where d.agency_id = ${row.agency_id} and d.kind = ${row.kind}
      and d.person_id = ${row.person_id} and d.about_id = ${row.about_id} and d.closed_at is null)
    ${unlessOpen}`,
)

/** The same, one by one, where one that is open is mostly there already. See keepDuties for when it may be. */
export function insertMissingDuties(db: Db, rows: readonly DutyTable[]): void {
  for (const row of rows) send(db, openUnlessSeen, row)
}

type Columns = { readonly [K in keyof DutyTable]: readonly DutyTable[K][] }
const openMany = prepared<Columns>(
  all => sql`
    ${toOpen} select * from unnest(${all.agency_id}::uuid[], ${all.id}::uuid[], ${all.kind}::text[],
      ${all.person_id}::uuid[], ${all.about_kind}::text[], ${all.about_id}::uuid[], ${all.opened_at}::timestamptz[],
      ${all.due_at}::timestamptz[], ${all.next_at}::timestamptz[], ${all.closed_at}::timestamptz[],
      ${all.opened_entry}::uuid[], ${all.closed_entry}::uuid[])
    ${unlessOpen}`,
)

/**
 * Sends duties to be opened; one that is open already for the same person and thing stays as it is. Several go column by
 * column, so that ten thousand are one statement: PostgreSQL takes no more than 65,535 values in any other way.
 */
export function insertDuties(db: Db, rows: readonly DutyTable[]): void {
  const [first, ...others] = rows
  if (!first) return
  if (others.length === 0) {
    send(db, openOne, first)
    return
  }
  const names = Object.keys(first) as (keyof DutyTable)[]
  send(
    db,
    openMany,
    Object.fromEntries(names.map(name => [name, rows.map(row => row[name])])) as unknown as Columns,
  )
}

export async function closeDutyRows(
  db: Db,
  which: { agencyId: AgencyId; kind: DutyKind; personId?: PersonId; aboutId: string },
  closing: { at: Date; entry: EntryId },
): Promise<void> {
  let query = tables(db)
    .updateTable('duty')
    .set({ closed_at: closing.at, closed_entry: closing.entry })
    .where('agency_id', '=', which.agencyId)
    .where('kind', '=', which.kind)
    .where('about_id', '=', which.aboutId)
    .where('closed_at', 'is', null)
  if (which.personId) query = query.where('person_id', '=', which.personId)
  await query.execute()
}

export function selectOpenDuties(db: Db, agencyId: AgencyId, personId: PersonId): Promise<DutyTable[]> {
  return tables(db)
    .selectFrom('duty')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .orderBy('due_at')
    .execute()
}

/** What a person owes, counted by kind: thousands of one kind are one row. */
export function countOpenDuties(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<{ kind: DutyKind; count: number; first_due: Date }[]> {
  return tables(db)
    .selectFrom('duty')
    .select(({ fn }) => ['kind', sql<number>`count(*)::int`.as('count'), fn.min('due_at').as('first_due')])
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .groupBy('kind')
    .execute()
}

/** Whoever owes this; with `before`, only those for whom it was due before then. */
export async function selectOwing(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly kind: DutyKind; readonly aboutId: string },
  before?: Date,
): Promise<PersonId[]> {
  let query = tables(db)
    .selectFrom('duty')
    .select('person_id')
    .where('agency_id', '=', which.agencyId)
    .where('kind', '=', which.kind)
    .where('about_id', '=', which.aboutId)
    .where('closed_at', 'is', null)
  if (before) query = query.where('due_at', '<', before)
  const rows = await query.execute()
  return rows.map(row => row.person_id)
}

export function selectOwed(
  db: Db,
  agencyId: AgencyId,
  kind: DutyKind,
): Promise<{ aboutId: string; personId: PersonId; dueAt: Date }[]> {
  return tables(db)
    .selectFrom('duty')
    .select(['about_id as aboutId', 'person_id as personId', 'due_at as dueAt'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .execute()
}

/** Open duties whose next step has come, the longest waiting first; locked, so that two processes share them out. */
export function selectStepsDue(db: Db, agencyId: AgencyId, now: Date, limit: number): Promise<DutyTable[]> {
  return tables(db)
    .selectFrom('duty')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('closed_at', 'is', null)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Says when the next step of each falls, all in one statement. */
export async function setNextSteps(
  db: Db,
  agencyId: AgencyId,
  steps: readonly { readonly id: DutyTable['id']; readonly at: Date | null }[],
): Promise<void> {
  await sql`
    update duty d set next_at = s.at
    from unnest(${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ at }) => at)}::timestamptz[]) s(id, at)
    where d.agency_id = ${agencyId} and d.id = s.id`.execute(db)
}

/** Open duties of these people that were due before `now`, the longest overdue first. */
export async function selectOverdue(
  db: Db,
  agencyId: AgencyId,
  persons: readonly PersonId[],
  now: Date,
): Promise<DutyTable[]> {
  if (persons.length === 0) return []
  return await tables(db)
    .selectFrom('duty')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', sql<PersonId>`any(${[...persons]}::uuid[])`)
    .where('closed_at', 'is', null)
    .where('due_at', '<', now)
    .orderBy('due_at')
    .orderBy('kind')
    .orderBy('person_id')
    .limit(500)
    .execute()
}

/** Closes everything that a person owes; of these kinds, where kinds are given. */
export async function closeDutiesOfPerson(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
  { at, entry, kinds }: { at: Date; entry: EntryId; kinds?: readonly DutyKind[] },
): Promise<void> {
  let query = tables(db)
    .updateTable('duty')
    .set({ closed_at: at, closed_entry: entry })
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
  if (kinds) query = query.where('kind', 'in', kinds)
  await query.execute()
}

export async function countDuties(
  db: Db,
  agencyId: AgencyId,
  now: Date,
): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::int as open, count(*) filter (where due_at < ${now})::int as late
    from duty where agency_id = ${agencyId} and closed_at is null`.execute(db)
  return rows[0] ?? { open: 0, late: 0 }
}
