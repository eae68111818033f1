import { sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'

export type WalkId = Id<'induction-walk'>

export interface WalkTable {
  agency_id: AgencyId
  id: WalkId
  person_id: PersonId
  number: number
  scenarios: readonly string[]
  begun_at: Date
  entry_id: EntryId
}
export interface PassTable {
  agency_id: AgencyId
  id: Id<'induction-pass'>
  walk_id: WalkId
  person_id: PersonId
  passed_at: Date
  /** The last day on which it counts. */
  valid_until: CalendarDay
  /** By part, how many answers it took. */
  tries: Readonly<Record<string, number>>
  entry_id: EntryId
}
export interface TryTable {
  agency_id: AgencyId
  walk_id: WalkId
  question: string
  tries: number
  right_at: Date | null
}
export interface RenewalTable {
  agency_id: AgencyId
  id: Id<'induction-renewal'>
  months: number
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}

export async function insertWalk(db: Db, row: WalkTable): Promise<void> {
  await sql`insert into induction_walk (agency_id, id, person_id, number, scenarios, begun_at, entry_id)
    values (${row.agency_id}, ${row.id}, ${row.person_id}, ${row.number}, ${JSON.stringify(row.scenarios)}::jsonb,
      ${row.begun_at}, ${row.entry_id})`.execute(db)
}

/** A person's newest walk, and whether it was walked to its end. */
export async function selectNewestWalk(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<(WalkTable & { passed: boolean }) | undefined> {
  const { rows } = await sql<WalkTable & { passed: boolean }>`
    select w.*, exists (select from induction_pass p where p.agency_id = w.agency_id and p.walk_id = w.id) as passed
    from induction_walk w where w.agency_id = ${agencyId} and w.person_id = ${personId}
    order by w.number desc limit 1`.execute(db)
  return rows[0]
}

export async function insertPass(db: Db, row: PassTable): Promise<void> {
  await sql`insert into induction_pass (agency_id, id, walk_id, person_id, passed_at, valid_until, tries, entry_id)
    values (${row.agency_id}, ${row.id}, ${row.walk_id}, ${row.person_id}, ${row.passed_at}, ${row.valid_until}::date,
      ${JSON.stringify(row.tries)}::jsonb, ${row.entry_id})`.execute(db)
}

export async function selectNewestPass(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<PassTable | undefined> {
  const { rows } = await sql<PassTable>`
    select * from induction_pass where agency_id = ${agencyId} and person_id = ${personId}
    order by passed_at desc, id desc limit 1`.execute(db)
  return rows[0]
}

export async function selectTries(db: Db, agencyId: AgencyId, walkId: WalkId): Promise<TryTable[]> {
  const { rows } = await sql<TryTable>`
    select * from induction_try where agency_id = ${agencyId} and walk_id = ${walkId}`.execute(db)
  return rows
}

/** Counts one more answer to a question. Once it was right it stays so, and no more are counted. */
export async function putTry(
  db: Db,
  row: { agencyId: AgencyId; walkId: WalkId; question: string; rightAt: Date | null },
): Promise<void> {
  await sql`insert into induction_try (agency_id, walk_id, question, tries, right_at)
    values (${row.agencyId}, ${row.walkId}, ${row.question}, 1, ${row.rightAt})
    on conflict (agency_id, walk_id, question) do update
      set tries = least(induction_try.tries + 1, 999), right_at = excluded.right_at
      where induction_try.right_at is null`.execute(db)
}

/** Forgets how each question went. */
export async function deleteTries(db: Db, agencyId: AgencyId, walkId: WalkId): Promise<void> {
  await sql`delete from induction_try where agency_id = ${agencyId} and walk_id = ${walkId}`.execute(db)
}

export interface StandingRow {
  person_id: PersonId
  valid_until: CalendarDay | null
  passed_at: Date | null
  open: boolean
}

/** Everybody who has ever begun: their newest pass, and whether a walk of theirs is begun and not passed. */
export async function selectStandings(db: Db, agencyId: AgencyId): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select w.person_id, max(p.valid_until) as valid_until, max(p.passed_at) as passed_at,
      bool_or(p.id is null) as open
    from induction_walk w left join induction_pass p on p.agency_id = w.agency_id and p.walk_id = w.id
    where w.agency_id = ${agencyId} group by w.person_id`.execute(db)
  return rows
}

export async function insertRenewal(db: Db, row: RenewalTable): Promise<void> {
  await db
    .withTables<{ induction_renewal: RenewalTable }>()
    .insertInto('induction_renewal')
    .values(row)
    .execute()
}

export async function selectRenewal(db: Db, agencyId: AgencyId): Promise<RenewalTable | undefined> {
  const { rows } = await sql<RenewalTable>`
    select * from induction_renewal where agency_id = ${agencyId} order by set_at desc, id desc limit 1`.execute(
    db,
  )
  return rows[0]
}
