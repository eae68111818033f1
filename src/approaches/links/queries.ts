import { sql } from 'kysely'
import type { CalendarDay } from '../../guidance/index.ts'
import { type Db, idOfDraft } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import { toldBy, type Whose } from '../queries.ts'
import type { LinkDecision } from './rules.ts'
import {
  type LinkDecisionTable,
  type LinkEndTable,
  type LinkId,
  type LinkTable,
  linkTables,
} from './tables.ts'

/** A personal link with the names in it, what was decided of it last, and whether it is over. */
export interface LinkRow extends LinkTable {
  readonly declared_by_name: string
  readonly declarer_left: boolean
  readonly who: string
  readonly decision: LinkDecision | null
  readonly limits: string | null
  readonly ends_on: CalendarDay | null
  readonly review_on: CalendarDay | null
  readonly decided_at: Date | null
  readonly decided_by_name: string | null
  readonly ended_at: Date | null
  readonly ended_because: LinkEndTable['because'] | null
}

const columns = sql`l.*, w.name as declared_by_name, w.left_at is not null as declarer_left,
  coalesce(p.name, l.described) as who, d.decision, d.limits, d.ends_on, d.review_on, d.decided_at,
  d.decided_by_name, e.ended_at, e.because as ended_because`
const joined = sql`personal_link l
  join person w on w.agency_id = l.agency_id and w.id = l.declared_by
  left join person p on p.agency_id = l.agency_id and p.id = l.person_id
  left join lateral (select n.*, b.name as decided_by_name from personal_link_decision n
    join person b on b.agency_id = n.agency_id and b.id = n.decided_by
    where n.agency_id = l.agency_id and n.link_id = l.id order by n.decided_at desc, n.id desc limit 1) d on true
  left join personal_link_end e on e.agency_id = l.agency_id and e.link_id = l.id`

export async function selectLink(db: Db, agencyId: AgencyId, id: LinkId): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    select ${columns} from ${joined} where l.agency_id = ${agencyId} and l.id = ${id}`.execute(db)
  return rows[0]
}

export async function countLinks(db: Db, agencyId: AgencyId, whose: Whose): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from personal_link l
    where l.agency_id = ${agencyId} and ${toldBy(whose, sql`l.declared_by`)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A stretch of them: what waits for a decision first, then those that stand, then those that are over. */
export async function selectLinks(
  db: Db,
  agencyId: AgencyId,
  whose: Whose,
  { skip, length }: { readonly skip: number; readonly length: number },
): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select ${columns} from ${joined}
    where l.agency_id = ${agencyId} and ${toldBy(whose, sql`l.declared_by`)}
    order by e.ended_at is not null or w.left_at is not null, d.decision is not null, d.review_on,
      l.declared_at desc, l.id desc limit ${length} offset ${skip}`.execute(db)
  return rows
}

/** Everything that has not ended, in every hand: for the day's look. */
export async function selectOpenLinks(db: Db, agencyId: AgencyId): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select ${columns} from ${joined} where l.agency_id = ${agencyId} and e.ended_at is null
    order by l.declared_at, l.id`.execute(db)
  return rows
}

/** What the same page of the same person has declared already. */
export const selectDeclared = (
  db: Db,
  agencyId: AgencyId,
  person: PersonId,
  key: Id<'draft'>,
): Promise<LinkId | undefined> =>
  idOfDraft(db, { table: 'personal_link', by: 'declared_by' }, { agencyId, person, key })

export async function insertLink(db: Db, row: LinkTable): Promise<void> {
  await linkTables(db).insertInto('personal_link').values(row).execute()
}

export async function insertLinkDecision(db: Db, row: LinkDecisionTable): Promise<void> {
  await linkTables(db).insertInto('personal_link_decision').values(row).execute()
}

export async function insertLinkEnd(db: Db, row: LinkEndTable): Promise<void> {
  await linkTables(db).insertInto('personal_link_end').values(row).execute()
}
