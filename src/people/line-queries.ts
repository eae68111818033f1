import { sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import { ask, type Db, piece } from '../kit/db/index.ts'
import type { AgencyId, PersonId, Role } from '../records/index.ts'
import { awayUntil } from './away/queries.ts'
import { mayManage } from './rules.ts'

/** The people a manager answers for, at every depth: those whose line of managers leads to them. */
export async function selectLine(db: Db, agencyId: AgencyId, managerId: PersonId): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    with recursive line as (
      select id from person where agency_id = ${agencyId} and manager_id = ${managerId} and left_at is null
      union
      select p.id from person p join line on p.manager_id = line.id where p.agency_id = ${agencyId} and p.left_at is null)
    select id from line`.execute(db)
  return rows.map(row => row.id)
}

/**
 * The nearest manager up a person's line who has not left and has a role that others may answer to; with `day`, one who is not
 * away on it.
 */
export async function selectAbove(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
  day?: CalendarDay,
): Promise<PersonId | undefined> {
  const here = day
    ? sql`${awayUntil({ agencyId: sql`${agencyId}`, personId: sql`above.id`, day })} is null`
    : sql`true`
  const { rows } = await sql<{ id: PersonId }>`
    with recursive above(id, manager_id, left_at, depth) as (
      select m.id, m.manager_id, m.left_at, 1 from person p join person m on m.agency_id = p.agency_id and m.id = p.manager_id
        where p.agency_id = ${agencyId} and p.id = ${personId}
      union all
      select m.id, m.manager_id, m.left_at, a.depth + 1 from above a join person m on m.agency_id = ${agencyId} and m.id = a.manager_id
        where a.depth < 30)
    select id from above where left_at is null and ${here} and exists (select from role_grant g where g.agency_id = ${agencyId}
      and g.person_id = above.id and g.ended_at is null and g.role = any(${[...mayManage]}))
    order by depth limit 1`.execute(db)
  return rows[0]?.id
}

const holders = piece<{ agencyId: AgencyId; roles: readonly Role[] }, readonly Holder[]>(
  of => sql`
    select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'role', g.role)), '[]') from role_grant g
    join person p on p.agency_id = g.agency_id and p.id = g.person_id
    where g.agency_id = ${of.agencyId} and g.role = any(${of.roles}) and g.ended_at is null and p.left_at is null`,
)

/** Somebody who has a role now. Whoever has two is there twice. */
export interface Holder {
  readonly id: PersonId
  readonly name: string
  readonly role: Role
}

export const selectHolders = async (
  db: Db,
  agencyId: AgencyId,
  roles: readonly Role[],
): Promise<readonly Holder[]> => (await ask(db, holders, { agencyId, roles })) ?? []

export async function selectWithRole(db: Db, agencyId: AgencyId, role: Role): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    select distinct g.person_id as id from role_grant g join person p on p.agency_id = g.agency_id and p.id = g.person_id
    where g.agency_id = ${agencyId} and g.role = ${role} and g.ended_at is null and p.left_at is null`.execute(
    db,
  )
  return rows.map(row => row.id)
}
