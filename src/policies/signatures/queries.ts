import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../guidance/index.ts'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import type { PolicyId } from '../queries.ts'

/** Whose signatures are looked at: everybody's who works here, or those of a few; and which of them are late. */
export interface Seen {
  readonly agencyId: AgencyId
  readonly policyId: PolicyId
  /** Undefined for everybody. */
  readonly only: readonly PersonId[] | undefined
  readonly late: readonly PersonId[]
}

/** The parts in which the list is seen. */
export type PartOfList = 'all' | 'not' | 'signed' | 'paper' | 'late'
export type Sort = 'standing' | 'name' | 'newest'

export interface Sought {
  readonly part: PartOfList
  /** A part of their name, in any case; empty for anybody. */
  readonly find: string
  /** Only those who answer to this person directly. */
  readonly manager: PersonId | undefined
  /** Only these: those of a team. */
  readonly members: readonly PersonId[] | undefined
}

export interface Signing {
  readonly id: PersonId
  readonly name: string
  readonly manager: string | null
  /** The newest version they have signed, if any, and when that signature came to stand. */
  readonly number: number | null
  readonly signed_at: Date | null
  /** The day they signed, where it was on paper. */
  readonly on_paper: CalendarDay | null
  /** The oldest version whose signature still counts, and whether theirs does. */
  readonly required: number
  readonly counts: boolean
  readonly late: boolean
}

/**
 * Everybody who is seen, with their newest signature. Lists of people are joined and never compared one by one: of ten
 * thousand each, that would be a hundred million comparisons.
 */
const told = ({ agencyId, policyId, only, late }: Seen): RawBuilder<unknown> => sql`
  required as (select coalesce(max(number) filter (where sign_again), 0) as number from policy_version
    where agency_id = ${agencyId} and policy_id = ${policyId}),
  newest as (select distinct on (s.person_id) s.person_id, s.id, v.number, s.signed_at
    from signature s join policy_version v on v.agency_id = s.agency_id and v.id = s.version_id
    where s.agency_id = ${agencyId} and s.policy_id = ${policyId} order by s.person_id, v.number desc),
  paper as (select made.id, s.signed_on from signing_sheet_answer a
    join signing_sheet s on s.agency_id = a.agency_id and s.id = a.sheet_id
    cross join lateral unnest(a.signatures) made(id)
    where a.agency_id = ${agencyId} and s.policy_id = ${policyId}),
  told as (select p.id, p.name, p.manager_id, m.name as manager, n.number, n.signed_at, paper.signed_on as on_paper,
      r.number as required, coalesce(n.number >= r.number, false) as counts,
      l.id is not null and not coalesce(n.number >= r.number, false) as late
    from person p cross join required r
    left join person m on m.agency_id = p.agency_id and m.id = p.manager_id
    left join newest n on n.person_id = p.id
    left join paper on paper.id = n.id
    left join unnest(${[...late]}::uuid[]) l(id) on l.id = p.id
    where p.agency_id = ${agencyId} and p.kind = 'staff' and p.left_at is null
      and (${only === undefined}::boolean or p.id in (select unnest(${[...(only ?? [])]}::uuid[]))))`

const within = ({ manager, members }: Sought): RawBuilder<unknown> => sql`
  (${manager ?? null}::uuid is null or manager_id = ${manager ?? null})
  and (${members === undefined}::boolean or id in (select unnest(${[...(members ?? [])]}::uuid[])))`

const parts: Readonly<Record<PartOfList, RawBuilder<unknown>>> = {
  all: sql`true`,
  not: sql`not counts`,
  signed: sql`counts`,
  paper: sql`counts and on_paper is not null`,
  late: sql`late`,
}
const found = (sought: Sought): RawBuilder<unknown> => sql`
  ${within(sought)} and ${parts[sought.part]} and name ilike ${`%${sought.find.replace(/[\\%_]/g, '\\$&')}%`}`

const orders: Readonly<Record<Sort, RawBuilder<unknown>>> = {
  // Who has not signed first, then who must sign again.
  standing: sql`counts, number nulls first, name, id`,
  name: sql`name, id`,
  newest: sql`signed_at desc nulls last, name, id`,
}

/** How many there are in all, and of each part of the list; and how many fit what is sought. */
export interface Figures {
  readonly people: number
  readonly signed: number
  readonly paper: number
  readonly late: number
  readonly found: number
}

export async function countSignings(db: Db, seen: Seen, sought: Sought): Promise<Figures> {
  const { rows } = await sql<Figures>`
    with ${told(seen)}
    select count(*)::int as people, count(*) filter (where counts)::int as signed,
      count(*) filter (where ${parts.paper})::int as paper, count(*) filter (where late)::int as late,
      count(*) filter (where ${found(sought)})::int as found
    from told where ${within(sought)}`.execute(db)
  return rows[0] ?? { people: 0, signed: 0, paper: 0, late: 0, found: 0 }
}

/** Those who fit what is sought, in this order; a stretch of them, or all. */
export async function selectSignings(
  db: Db,
  seen: Seen,
  sought: Sought,
  about: { readonly sort: Sort; readonly stretch?: { readonly skip: number; readonly length: number } },
): Promise<Signing[]> {
  const { skip, length } = about.stretch ?? { skip: 0, length: null }
  const { rows } = await sql<Signing>`
    with ${told(seen)}
    select id, name, manager, number, signed_at, on_paper, required, counts, late from told
    where ${found(sought)} order by ${orders[about.sort]} limit ${length}::int offset ${skip}`.execute(db)
  return rows
}

/** How many of a group have signed. */
export interface Group {
  readonly id: string | null
  readonly name: string | null
  readonly people: number
  readonly signed: number
}

/** By who they answer to, those with the most to do first. */
export async function groupByManager(db: Db, seen: Seen): Promise<Group[]> {
  const { rows } = await sql<Group>`
    with ${told(seen)}
    select manager_id as id, manager as name, count(*)::int as people, count(*) filter (where counts)::int as signed
    from told group by manager_id, manager order by count(*) filter (where not counts) desc, manager nulls last`.execute(
    db,
  )
  return rows
}

/** By the teams they are in, those with the most to do first. Somebody in two teams is counted in both. */
export async function groupByTeam(
  db: Db,
  seen: Seen,
  places: readonly { readonly team: string; readonly name: string; readonly person: PersonId }[],
): Promise<Group[]> {
  const { rows } = await sql<Group>`
    with ${told(seen)}
    select t.id, t.name, count(*)::int as people, count(*) filter (where counts)::int as signed
    from told join unnest(${places.map(({ team }) => team)}::uuid[], ${places.map(({ name }) => name)}::text[],
      ${places.map(({ person }) => person)}::uuid[]) t(id, name, person) on t.person = told.id
    group by t.id, t.name order by count(*) filter (where not counts) desc, t.name`.execute(db)
  return rows
}
