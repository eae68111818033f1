import { type ColumnType, sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { Kept } from '../messages/index.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { Phone, Result, SecondWas, Way } from './rules.ts'

export type CallId = Id<'phone-call'>
export type OpeningId = Id<'number-opening'>

export interface PhoneCallTable {
  agency_id: AgencyId
  id: CallId
  logged_by: PersonId
  logged_at: Date
  with_id: PersonId
  way: Way
  result: Result
  began_at: Date
  minutes: number | null
  about: string
  agreed: string | null
  phone: Phone
  own_reason: string | null
  second_id: PersonId | null
  second_was: SecondWas | null
  corrects: CallId | null
  draft_key: string
  entry_id: EntryId
}
export interface CallAnswerTable {
  agency_id: AgencyId
  call_id: CallId
  answered_by: PersonId
  answered_at: Date
  agreed: boolean
  says: string | null
  entry_id: EntryId
}
export interface CallMarkTable {
  agency_id: AgencyId
  call_id: CallId
  not_agreed: boolean
  found: ColumnType<readonly Kept[], string, never>
  marked_at: Date
  entry_id: EntryId
}
export interface NumberOpeningTable {
  agency_id: AgencyId
  id: OpeningId
  person_id: PersonId
  opened_by: PersonId
  opened_at: Date
  reason: string
  entry_id: EntryId
}

export const callTables = (db: Db) =>
  db.withTables<{
    phone_call: PhoneCallTable
    phone_call_answer: CallAnswerTable
    phone_call_mark: CallMarkTable
    number_opening: NumberOpeningTable
  }>()

/** A call with the names on its page, what corrected it, and what a manager said to it. */
export interface CallRow extends PhoneCallTable {
  readonly caller: string
  readonly with_name: string
  readonly with_kind: 'child' | 'parent'
  readonly second: string | null
  readonly corrected_by: CallId | null
  readonly answerer: string | null
  readonly answered_at: Date | null
  readonly answer_agreed: boolean | null
  readonly answer_says: string | null
  /** What those who answer for the caller were told of it; null where they were told nothing. */
  readonly not_agreed: boolean | null
  readonly found: readonly Kept[] | null
}

const columns = sql`c.*, by.name as caller, other.name as with_name, other.kind as with_kind, second.name as second,
      newer.id as corrected_by, a.answered_at, a.agreed as answer_agreed, a.says as answer_says, answerer.name as answerer,
      k.not_agreed, k.found`
const joined = sql`phone_call c
      join person by on by.agency_id = c.agency_id and by.id = c.logged_by
      join person other on other.agency_id = c.agency_id and other.id = c.with_id
      left join person second on second.agency_id = c.agency_id and second.id = c.second_id
      left join phone_call newer on newer.agency_id = c.agency_id and newer.corrects = c.id
      left join phone_call_answer a on a.agency_id = c.agency_id and a.call_id = c.id
      left join phone_call_mark k on k.agency_id = c.agency_id and k.call_id = c.id
      left join person answerer on answerer.agency_id = a.agency_id and answerer.id = a.answered_by`

export async function selectCall(db: Db, agencyId: AgencyId, id: CallId): Promise<CallRow | undefined> {
  const { rows } = await sql<CallRow>`select ${columns} from ${joined}
    where c.agency_id = ${agencyId} and c.id = ${id}`.execute(db)
  return rows[0]
}

/** Which calls are listed: those that one of `people` logged or was the second adult of, with one of `family`. */
export interface CallsOf {
  readonly agencyId: AgencyId
  readonly people: readonly PersonId[]
  /** Who the calls were with; anybody, when it is not given. */
  readonly family?: readonly PersonId[]
  /** A part of a name, or of what a call was about; empty for all. */
  readonly find?: string
}

// What was corrected is seen from what corrects it.
const meant = ({ agencyId, people, family, find = '' }: CallsOf) => {
  const like = `%${find.replace(/[\\%_]/g, '\\$&')}%`
  const some = sql`${[...people]}::uuid[]`
  return sql`c.agency_id = ${agencyId} and (c.logged_by = any(${some}) or c.second_id = any(${some}))
    and (${family === undefined} or c.with_id = any(${[...(family ?? [])]}::uuid[])) and newer.id is null
    and (${find} = '' or c.about ilike ${like} or by.name ilike ${like} or other.name ilike ${like})`
}

export async function countCalls(db: Db, which: CallsOf): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${joined} where ${meant(which)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A stretch of them, the newest first. */
export async function selectCalls(
  db: Db,
  which: CallsOf,
  { skip, length }: { readonly skip: number; readonly length: number },
): Promise<CallRow[]> {
  const { rows } = await sql<CallRow>`select ${columns} from ${joined} where ${meant(which)}
    order by c.began_at desc, c.id desc limit ${length} offset ${skip}`.execute(db)
  return rows
}

/** The call that this draft became, when it has become one. */
export function selectCallOfDraft(
  db: Db,
  row: Pick<PhoneCallTable, 'agency_id' | 'logged_by' | 'draft_key'>,
) {
  return callTables(db)
    .selectFrom('phone_call')
    .select('id')
    .where('agency_id', '=', row.agency_id)
    .where('logged_by', '=', row.logged_by)
    .where('draft_key', '=', row.draft_key)
    .executeTakeFirst()
}

/** Whether one of the staff made a call with one of a family, or was the second adult of one. */
export async function selectIsInCall(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly family: PersonId; readonly staff: PersonId },
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from phone_call c where c.agency_id = ${which.agencyId} and c.with_id = ${which.family}
      and ${which.staff} in (c.logged_by, c.second_id)) as is`.execute(db)
  return rows[0]?.is ?? false
}

export function selectOpening(db: Db, agencyId: AgencyId, id: OpeningId) {
  return callTables(db)
    .selectFrom('number_opening')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** When this person's number was shown to one of these, the newest first, at most twenty. */
export async function selectOpenings(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly of: PersonId; readonly by: readonly PersonId[] },
): Promise<(NumberOpeningTable & { readonly opener: string })[]> {
  const { rows } = await sql<NumberOpeningTable & { opener: string }>`
    select o.*, p.name as opener from number_opening o
    join person p on p.agency_id = o.agency_id and p.id = o.opened_by
    where o.agency_id = ${which.agencyId} and o.person_id = ${which.of} and o.opened_by = any(${[...which.by]}::uuid[])
    order by o.opened_at desc limit 20`.execute(db)
  return rows
}
