import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { FindingKind } from './rules.ts'
import { type ReviewId, type ReviewShareTable, type ReviewTable, tables } from './tables.ts'

/** A week that is over, from Monday to Monday by the clocks of the United Kingdom. */
export interface Week {
  /** Its Monday, as 2026-11-23. */
  week: string
  from: Date
  to: Date
}

/** The last week that had ended by then. */
export async function selectLastWeek(db: Db, now: Date): Promise<Week> {
  const { rows } = await sql<Week>`
    select (monday - interval '7 days')::date::text as week, (monday - interval '7 days') at time zone 'Europe/London' as from,
      monday at time zone 'Europe/London' as to
    from (select date_trunc('week', ${now}::timestamptz at time zone 'Europe/London') as monday) w`.execute(
    db,
  )
  return rows[0] as Week
}

/** The share as it was set last. Undefined when it never was. */
export function selectShare(db: Db, agencyId: AgencyId): Promise<ReviewShareTable | undefined> {
  return tables(db)
    .selectFrom('review_share')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function hasDraw(db: Db, agencyId: AgencyId, week: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from review_draw where agency_id = ${agencyId} and week = ${week}::date`.execute(db)
  return rows.length > 0
}

/** A draw, with how its reviews stand. */
export interface DrawRow {
  week: string
  size: number
  root: string
  percent: number
  spoken: number
  reviews: number
  signed: number
  /** Reviews that nobody can do, as everybody who could is in the conversation. */
  nobodys: number
}

/** The newest draws first, at most a quarter's. */
export async function selectDraws(db: Db, agencyId: AgencyId): Promise<DrawRow[]> {
  const { rows } = await sql<DrawRow>`
    select d.week::text, d.size::int, d.root, d.percent, d.spoken, count(r.id)::int as reviews,
      count(r.finding)::int as signed, (count(r.id) filter (where r.reviewer_id is null))::int as nobodys
    from review_draw d left join review r on r.agency_id = d.agency_id and r.draw_id = d.id
    where d.agency_id = ${agencyId} group by d.agency_id, d.id order by d.week desc limit 13`.execute(db)
  return rows
}

/** A review as pages show it. */
export interface ReviewRow extends ReviewTable {
  week: string
  worker: string
  reviewer: string | null
}

const reviewColumns = sql`r.*, d.week::text as week, w.name as worker, v.name as reviewer`
const reviewJoins = sql`review r
    join review_draw d on d.agency_id = r.agency_id and d.id = r.draw_id
    join person w on w.agency_id = r.agency_id and w.id = r.worker_id
    left join person v on v.agency_id = r.agency_id and v.id = r.reviewer_id`

export async function selectReview(db: Db, agencyId: AgencyId, id: ReviewId): Promise<ReviewRow | undefined> {
  const { rows } = await sql<ReviewRow>`
    select ${reviewColumns} from ${reviewJoins} where r.agency_id = ${agencyId} and r.id = ${id}`.execute(db)
  return rows[0]
}

/** What somebody has to review and has reviewed of late: what waits comes first, the longest waiting of all. */
export async function selectReviewsBy(
  db: Db,
  agencyId: AgencyId,
  reviewerId: PersonId,
): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    select ${reviewColumns} from ${reviewJoins}
    where r.agency_id = ${agencyId} and r.reviewer_id = ${reviewerId}
    order by r.finding is not null, case when r.finding is null then r.opened_at end, r.found_at desc limit 60`.execute(
    db,
  )
  return rows
}

/** What was found of a worker's conversations, but for concerns: those are not theirs to see. */
export async function selectSaidOf(db: Db, agencyId: AgencyId, workerId: PersonId): Promise<ReviewRow[]> {
  const shown: readonly FindingKind[] = ['good-practice', 'word-needed']
  const { rows } = await sql<ReviewRow>`
    select ${reviewColumns} from ${reviewJoins}
    where r.agency_id = ${agencyId} and r.worker_id = ${workerId} and r.finding = any(${[...shown]})
    order by r.found_at desc limit 60`.execute(db)
  return rows
}

/** What somebody has still to review, the longest waiting first. */
export const selectOpenBy = (db: Db, agencyId: AgencyId, reviewerId: PersonId): Promise<ReviewTable[]> =>
  openReviews(db, agencyId).where('reviewer_id', '=', reviewerId).execute()

/** What others have still to review of a worker's conversations, the longest waiting first. */
export const selectOpenOf = (db: Db, agencyId: AgencyId, workerId: PersonId): Promise<ReviewTable[]> =>
  openReviews(db, agencyId).where('worker_id', '=', workerId).execute()

const openReviews = (db: Db, agencyId: AgencyId) =>
  tables(db)
    .selectFrom('review')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('finding', 'is', null)
    .orderBy('opened_at')
