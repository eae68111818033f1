import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId, Role } from '../../records/index.ts'
import { type RoleGrantTable, tables, type WorkLinkTable } from '../queries.ts'

/** The roles somebody has now, the one they have had longest first. */
export function selectGrants(db: Db, agencyId: AgencyId, personId: PersonId): Promise<RoleGrantTable[]> {
  return tables(db)
    .selectFrom('role_grant')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('granted_at')
    .orderBy('id')
    .execute()
}

/** Whether anybody but this person has the role now. */
export async function someoneElseHas(
  db: Db,
  agencyId: AgencyId,
  role: Role,
  personId: PersonId,
): Promise<boolean> {
  const other = await tables(db)
    .selectFrom('role_grant')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .where('person_id', '<>', personId)
    .executeTakeFirst()
  return other !== undefined
}

export interface Choosable {
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Role[]
}

/** Everybody here now, with their roles, by name: those from whom somebody is chosen. */
export async function selectChoosable(db: Db, agencyId: AgencyId): Promise<readonly Choosable[]> {
  const { rows } = await sql<Choosable>`
    select p.id, p.name, array(select g.role from role_grant g
      where g.agency_id = p.agency_id and g.person_id = p.id and g.ended_at is null) as roles
    from person p where p.agency_id = ${agencyId} and p.kind = 'staff' and p.left_at is null order by p.name`.execute(
    db,
  )
  return rows
}

export interface WorkRow extends WorkLinkTable {
  readonly child_name: string
  readonly staff_name: string
}

/** Who works with which child now: of one member of staff, or of one child. */
export function selectWork(db: Db, agencyId: AgencyId, personId: PersonId): Promise<WorkRow[]> {
  return tables(db)
    .selectFrom('work_link as l')
    .innerJoin('person as c', on =>
      on.onRef('c.agency_id', '=', 'l.agency_id').onRef('c.id', '=', 'l.child_id'),
    )
    .innerJoin('person as s', on =>
      on.onRef('s.agency_id', '=', 'l.agency_id').onRef('s.id', '=', 'l.staff_id'),
    )
    .selectAll('l')
    .select(['c.name as child_name', 's.name as staff_name'])
    .where('l.agency_id', '=', agencyId)
    .where('l.until', 'is', null)
    .where(({ or, eb }) => or([eb('l.staff_id', '=', personId), eb('l.child_id', '=', personId)]))
    .orderBy('c.name')
    .orderBy('l.since')
    .execute()
}

/** The people who answer straight to somebody. */
export function selectReports(db: Db, agencyId: AgencyId, managerId: PersonId) {
  return tables(db)
    .selectFrom('person')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('manager_id', '=', managerId)
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute()
}

/** A child's parents and carers, or a parent's children. */
export async function selectFamily(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<{ id: PersonId; name: string; relationship: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string; relationship: string }>`
    select p.id, p.name, t.relationship from family_tie t
    join person p on p.agency_id = t.agency_id and p.left_at is null
      and p.id = case when t.child_id = ${personId} then t.parent_id else t.child_id end
    where t.agency_id = ${agencyId} and ${personId} in (t.child_id, t.parent_id) and t.until is null
    order by p.name`.execute(db)
  return rows
}

/** A child’s parents and carers, those of before too, whether or not they are still here. */
export async function selectParentsEver(
  db: Db,
  agencyId: AgencyId,
  childId: PersonId,
): Promise<{ id: PersonId; name: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select distinct p.id, p.name from family_tie t
    join person p on p.agency_id = t.agency_id and p.id = t.parent_id
    where t.agency_id = ${agencyId} and t.child_id = ${childId} order by p.name, p.id`.execute(db)
  return rows
}

export function selectChildren(db: Db, agencyId: AgencyId): Promise<{ id: PersonId; name: string }[]> {
  return tables(db)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'child')
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute()
}

export interface Handed {
  readonly made_at: Date
  readonly went: readonly {
    readonly kind: string
    readonly to: string | null
    readonly to_id: PersonId | null
    readonly count: number
  }[]
}

/** What somebody who has left had, and to whom it went, with the names of those it went to. */
export async function selectHandover(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<Handed | undefined> {
  const { rows } = await sql<Handed>`
    select h.made_at, (select coalesce(json_agg(json_build_object('kind', w ->> 'kind', 'to', p.name, 'to_id', p.id,
        'count', json_array_length(w -> 'things'))), '[]')
      from json_array_elements(h.went::json) w
      left join person p on p.agency_id = h.agency_id and p.id = (w ->> 'to')::uuid) as went
    from handover h where h.agency_id = ${agencyId} and h.person_id = ${personId}
    order by h.made_at desc limit 1`.execute(db)
  return rows[0]
}
