import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import {
  type ActionTable,
  type ConcernId,
  type ConcernTable,
  type LinkTable,
  type ReaderTable,
  type StepTable,
  type SubjectTable,
  tables,
} from '../tables.ts'

/** Where a concern stands: the last step of opening and closing it. */
export const selectStanding = (
  db: Db,
  agencyId: AgencyId,
  concern: ConcernId,
): Promise<StepTable | undefined> =>
  tables(db)
    .selectFrom('concern_step')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', '=', concern)
    .where('step', 'in', ['close-asked', 'closed', 'reopened'])
    .orderBy('taken_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const selectLastOpened = (
  db: Db,
  agencyId: AgencyId,
  concern: ConcernId,
  person?: PersonId,
): Promise<StepTable | undefined> =>
  tables(db)
    .selectFrom('concern_step')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', '=', concern)
    .where('step', '=', 'opened')
    .$if(person !== undefined, query => query.where('taken_by', '=', person as PersonId))
    .orderBy('taken_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Whether anything came in a concern since then, or another than this person did anything in it but open it. */
export async function changedSince(
  db: Db,
  { agency_id: agencyId, concern_id: concern, taken_by: me, taken_at: since }: StepTable,
): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select exists (select from concern_step s where s.agency_id = ${agencyId} and s.concern_id = ${concern}
        and s.step <> 'opened' and s.taken_at >= ${since} and s.taken_by is distinct from ${me})
      or exists (select from concern_piece p where p.agency_id = ${agencyId} and p.concern_id = ${concern}
        and p.written_at >= ${since} and p.written_by is distinct from ${me})
      or exists (select from concern_document d where d.agency_id = ${agencyId} and d.concern_id = ${concern}
        and d.handed_in_at >= ${since} and d.handed_in_by is distinct from ${me}) as changed`.execute(db)
  return rows[0]?.changed ?? false
}

export const selectLinks = (db: Db, agencyId: AgencyId, concern: ConcernId): Promise<LinkTable[]> =>
  tables(db)
    .selectFrom('concern_link')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', '=', concern)
    .orderBy('linked_at')
    .execute()

export const selectSubjects = (db: Db, agencyId: AgencyId, concern: ConcernId): Promise<SubjectTable[]> =>
  tables(db)
    .selectFrom('concern_subject')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', '=', concern)
    .orderBy('named_at')
    .execute()

/** What is to be done in a concern, and when each was done. */
export interface Action extends ActionTable {
  readonly done_at: Date | null
}
export async function selectActions(db: Db, agencyId: AgencyId, concern: ConcernId): Promise<Action[]> {
  const { rows } = await sql<Action>`
    select a.*, (select min(s.taken_at) from concern_step s where s.agency_id = a.agency_id
      and s.concern_id = a.concern_id and s.step = 'action-done' and s.thing_id = a.id) as done_at
    from concern_action a where a.agency_id = ${agencyId} and a.concern_id = ${concern}
    order by a.due_at, a.id`.execute(db)
  return rows
}

export const selectAction = (
  db: Db,
  agencyId: AgencyId,
  id: ActionTable['id'],
): Promise<ActionTable | undefined> =>
  tables(db)
    .selectFrom('concern_action')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()

/** A concern that one may let oneself into, if nobody who reads it can be reached. */
export interface Within {
  readonly id: ConcernId
  readonly reported_at: Date
  readonly opened_at: Date | null
  readonly recipient: string
  readonly keys: Uint8Array
}
export async function selectWithin(db: Db): Promise<Within[]> {
  const { rows } = await sql<Within>`select * from concerns_within_reach()`.execute(db)
  return rows
}

/** One at a time says whom it is about, with this held: whoever writes in it at the same time, or comes to read it, waits. */
export async function holdConcern(db: Db, concern: ConcernId): Promise<void> {
  await sql`select hold_concern(${concern})`.execute(db)
}

export async function insertLink(db: Db, row: LinkTable): Promise<void> {
  await tables(db).insertInto('concern_link').values(row).execute()
}
export async function insertAction(db: Db, row: ActionTable): Promise<void> {
  await tables(db).insertInto('concern_action').values(row).execute()
}
export async function insertReader(db: Db, row: ReaderTable): Promise<void> {
  await tables(db).insertInto('concern_reader').values(row).execute()
}
export async function insertSubject(db: Db, row: SubjectTable): Promise<void> {
  await tables(db).insertInto('concern_subject').values(row).execute()
}

/** People of the agency itself, by what is typed: a whole name, or the address of their page. Asked outside the vault. */
export async function selectTyped(
  db: Db,
  agencyId: AgencyId,
  typed: string,
  kind: 'staff' | 'child' | 'parent',
): Promise<{ id: PersonId; name: string }[]> {
  const id = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/.exec(typed)?.[0] ?? null
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select id, name from person where agency_id = ${agencyId} and kind = ${kind}
      and (id = ${id}::uuid or lower(name) = lower(${typed.trim().replace(/\s+/g, ' ')}))
    order by left_at is not null, name limit 20`.execute(db)
  return rows
}

/** Names of people of the agency, whether or not they are still here. Asked outside the vault. */
export async function namesOf(
  db: Db,
  agencyId: AgencyId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select id, name from person where agency_id = ${agencyId} and id = any(${[...new Set(ids)]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What is to be known of a concern by whoever looks after those that wait. */
export interface Looked {
  readonly id: ConcernId
  readonly reported_at: Date
  readonly opened: boolean
  readonly readers: readonly PersonId[]
  readonly within_reach: readonly PersonId[]
  /** Who is kept out of it. */
  readonly out: readonly PersonId[]
  /** Itself, and what is to be done in it: what a duty may be about. */
  readonly things: readonly string[]
}

/** The concerns that these are, or that these actions are of. */
export async function selectLooked(db: Db, agencyId: AgencyId, about: readonly string[]): Promise<Looked[]> {
  const { rows } = await sql<Looked>`
    with asked as (
      select unnest(${[...about]}::uuid[]) as id
    ), those as (
      select id from asked union select a.concern_id from concern_action a join asked on asked.id = a.id
        where a.agency_id = ${agencyId}
    )
    select c.id, c.reported_at, c.within_reach, exists (select from concern_step s where s.agency_id = c.agency_id
        and s.concern_id = c.id and s.step = 'opened') as opened,
      array(select heard from unnest(c.heard_by) heard union select r.person_id from concern_reader r
        where r.agency_id = c.agency_id and r.concern_id = c.id
        except select s.person_id from concern_subject s where s.agency_id = c.agency_id and s.concern_id = c.id) as readers,
      c.subjects || array(select s.person_id from concern_subject s
        where s.agency_id = c.agency_id and s.concern_id = c.id) as out,
      c.id::text || array(select a.id::text from concern_action a
        where a.agency_id = c.agency_id and a.concern_id = c.id) as things
    from concern c join those on those.id = c.id where c.agency_id = ${agencyId}`.execute(db)
  return rows
}

/** A low-level concern, and the adults it is about. */
export interface LowLevel {
  readonly id: ConcernId
  readonly reported_at: Date
  readonly what: ConcernTable['what']
  readonly persons: readonly PersonId[]
}

/** The low-level concerns that whoever asks reads: the newest 500. */
export async function selectLowLevel(db: Db): Promise<LowLevel[]> {
  const { rows } = await sql<LowLevel>`select * from low_level_concerns()`.execute(db)
  return rows
}
