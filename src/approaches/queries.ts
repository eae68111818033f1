import { type RawBuilder, sql } from 'kysely'
import { type Db, idOfDraft } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import { type AnswerTable, type ApproachId, type ApproachTable, tables } from './tables.ts'

/** An approach with the names in it. */
export interface ApproachRow extends ApproachTable {
  readonly told_by_name: string
  /** The name of whoever it was, when they are on file; else how they were described. */
  readonly who: string
  readonly answers: number
}

export interface AnswerRow extends AnswerTable {
  readonly answered_by_name: string
}

const columns = sql`a.*, w.name as told_by_name, coalesce(p.name, a.described) as who,
  (select count(*)::int from approach_answer n where n.agency_id = a.agency_id and n.approach_id = a.id) as answers`
const joined = sql`approach a join person w on w.agency_id = a.agency_id and w.id = a.told_by
  left join person p on p.agency_id = a.agency_id and p.id = a.person_id`

export async function selectApproach(
  db: Db,
  agencyId: AgencyId,
  id: ApproachId,
): Promise<ApproachRow | undefined> {
  const { rows } = await sql<ApproachRow>`
    select ${columns} from ${joined} where a.agency_id = ${agencyId} and a.id = ${id}`.execute(db)
  return rows[0]
}

/** Whose approaches: of these people, or of everybody but one. */
export type Whose = { readonly people: readonly PersonId[] } | { readonly allBut: PersonId }

/** In SQL: that the person in this column is one of them. */
export const toldBy = (whose: Whose, column = sql`a.told_by`): RawBuilder<unknown> =>
  'people' in whose ? sql`${column} = any(${[...whose.people]}::uuid[])` : sql`${column} <> ${whose.allBut}`

export async function countApproaches(db: Db, agencyId: AgencyId, whose: Whose): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from approach a where a.agency_id = ${agencyId} and ${toldBy(whose)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** A stretch of them, the newest first. */
export async function selectApproaches(
  db: Db,
  agencyId: AgencyId,
  whose: Whose,
  { skip, length }: { readonly skip: number; readonly length: number },
): Promise<ApproachRow[]> {
  const { rows } = await sql<ApproachRow>`
    select ${columns} from ${joined} where a.agency_id = ${agencyId} and ${toldBy(whose)}
    order by a.told_at desc, a.id desc limit ${length} offset ${skip}`.execute(db)
  return rows
}

/** The newest by one person. */
export async function selectApproachesBy(
  db: Db,
  agencyId: AgencyId,
  which: { readonly whose: Whose; readonly by: PersonId },
  most: number,
): Promise<ApproachRow[]> {
  const { rows } = await sql<ApproachRow>`
    select ${columns} from ${joined} where a.agency_id = ${agencyId} and a.person_id = ${which.by} and ${toldBy(which.whose)}
    order by a.told_at desc, a.id desc limit ${most}`.execute(db)
  return rows
}

export async function selectAnswers(db: Db, agencyId: AgencyId, id: ApproachId): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select n.*, p.name as answered_by_name from approach_answer n
    join person p on p.agency_id = n.agency_id and p.id = n.answered_by
    where n.agency_id = ${agencyId} and n.approach_id = ${id} order by n.answered_at, n.id`.execute(db)
  return rows
}

/** What the same page of the same person has told already. */
export const selectTold = (
  db: Db,
  agencyId: AgencyId,
  person: PersonId,
  key: Id<'draft'>,
): Promise<ApproachId | undefined> =>
  idOfDraft(db, { table: 'approach', by: 'told_by' }, { agencyId, person, key })

/** Those that nobody has answered, by whom they were told. */
export async function selectUnanswered(
  db: Db,
  agencyId: AgencyId,
): Promise<{ id: ApproachId; told_by: PersonId }[]> {
  const { rows } = await sql<{ id: ApproachId; told_by: PersonId }>`
    select a.id, a.told_by from approach a where a.agency_id = ${agencyId} and not exists (
      select from approach_answer n where n.agency_id = a.agency_id and n.approach_id = a.id)
    order by a.told_at`.execute(db)
  return rows
}

export async function insertApproach(db: Db, row: ApproachTable): Promise<void> {
  await tables(db).insertInto('approach').values(row).execute()
}

export async function insertAnswer(db: Db, row: AnswerTable): Promise<void> {
  await tables(db).insertInto('approach_answer').values(row).execute()
}

/** Somebody who comes again and again: how often they approached, and how many of the staff. */
export interface RepeatedBy {
  readonly who: string
  readonly person_id: PersonId | null
  readonly times: number
  readonly workers: number
}
/** Somebody who is approached again and again. */
export interface RepeatedTo {
  readonly name: string
  readonly told_by: PersonId
  readonly times: number
}

/** Of what the reader may read, since a time: who approached several of the staff, or so many times. */
export async function selectRepeatedBy(
  db: Db,
  about: { readonly agencyId: AgencyId; readonly whose: Whose; readonly since: Date },
  from: { readonly times: number; readonly workers: number },
): Promise<RepeatedBy[]> {
  const { rows } = await sql<RepeatedBy>`
    select max(coalesce(p.name, a.described)) as who, a.person_id, count(*)::int as times,
      count(distinct a.told_by)::int as workers
    from approach a left join person p on p.agency_id = a.agency_id and p.id = a.person_id
    where a.agency_id = ${about.agencyId} and ${toldBy(about.whose)} and a.told_at >= ${about.since}
    group by a.person_id, lower(a.described)
    having count(distinct a.told_by) >= ${from.workers} or count(*) >= ${from.times}
    order by workers desc, times desc, who limit 50`.execute(db)
  return rows
}

/** And who of the staff was approached so many times. */
export async function selectRepeatedTo(
  db: Db,
  about: { readonly agencyId: AgencyId; readonly whose: Whose; readonly since: Date },
  from: { readonly times: number },
): Promise<RepeatedTo[]> {
  const { rows } = await sql<RepeatedTo>`
    select w.name, a.told_by, count(*)::int as times from approach a
    join person w on w.agency_id = a.agency_id and w.id = a.told_by
    where a.agency_id = ${about.agencyId} and ${toldBy(about.whose)} and a.told_at >= ${about.since}
    group by a.told_by, w.name having count(*) >= ${from.times} order by times desc, w.name limit 50`.execute(
    db,
  )
  return rows
}

/** How often somebody of the staff was approached since a time. */
export async function selectTimes(
  db: Db,
  about: { readonly agencyId: AgencyId; readonly teller: PersonId; readonly since: Date },
): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    select count(*)::int as times from approach a where a.agency_id = ${about.agencyId}
      and a.told_by = ${about.teller} and a.told_at >= ${about.since}`.execute(db)
  return rows[0]?.times ?? 0
}
