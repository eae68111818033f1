import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId, Role } from '../records/index.ts'
import type { PersonTable } from './queries.ts'

/** Who of those that are here now is meant. */
export interface Sought {
  readonly kinds: readonly PersonTable['kind'][]
  /** A part of their name, in any case; empty for anybody. */
  readonly find: string
  /** Only staff who have not accepted their invitation yet. */
  readonly notJoined: boolean
}

export interface ListedPerson {
  readonly id: PersonId
  readonly kind: PersonTable['kind']
  readonly name: string
  readonly roles: Role[]
  readonly manager: string | null
  readonly joined: boolean
}

const meant = (agencyId: AgencyId, { kinds, find, notJoined }: Sought) => sql`
  p.agency_id = ${agencyId} and p.left_at is null and p.kind = any(${[...kinds]}::text[])
  and p.name ilike ${`%${find.replace(/[\\%_]/g, '\\$&')}%`}
  and (not ${notJoined}::boolean or (p.kind = 'staff' and p.login_id is null))`

export async function countPeople(db: Db, agencyId: AgencyId, sought: Sought): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from person p where ${meant(agencyId, sought)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A stretch of them, staff first and then by name. */
export async function selectPeople(
  db: Db,
  agencyId: AgencyId,
  sought: Sought,
  { skip, length }: { readonly skip: number; readonly length: number },
): Promise<ListedPerson[]> {
  const { rows } = await sql<ListedPerson>`
    select p.id, p.kind, p.name, p.login_id is not null as joined, m.name as manager,
      array(select g.role from role_grant g where g.agency_id = p.agency_id and g.person_id = p.id and g.ended_at is null) as roles
    from person p left join person m on m.agency_id = p.agency_id and m.id = p.manager_id
    where ${meant(agencyId, sought)}
    order by p.kind <> 'staff', p.name, p.id limit ${length} offset ${skip}`.execute(db)
  return rows
}

/**
 * Staff who are here, by name and at most `most`: those with `find` in their names, of `among` where it is given. Without
 * either no more of them are read than that.
 */
export async function selectStaffByName(
  db: Db,
  agencyId: AgencyId,
  which: { readonly find: string; readonly among?: readonly PersonId[] | undefined; readonly most: number },
): Promise<{ readonly id: PersonId; readonly name: string }[]> {
  const { find, among, most } = which
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select p.id, p.name from person p where p.agency_id = ${agencyId} and p.kind = 'staff' and p.left_at is null
      ${among ? sql`and p.id = any(${[...among]}::uuid[])` : sql``}
      ${find ? sql`and p.name ilike ${`%${find.replace(/[\\%_]/g, '\\$&')}%`}` : sql``}
    order by p.name, p.id limit ${most}`.execute(db)
  return rows
}
