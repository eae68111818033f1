import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import { type TeamMemberTable, type TeamTable, tables } from '../queries.ts'

export type TeamId = Id<'team'>

export interface TeamRow {
  readonly id: TeamId
  readonly name: string
  readonly manager: string | null
  readonly members: number
}

/** Every team, with who leads it and how many are in it. */
export async function selectTeams(db: Db, agencyId: AgencyId): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    select t.id, t.name, m.name as manager, (select count(*) from team_member tm
        where tm.agency_id = t.agency_id and tm.team_id = t.id and tm.until is null)::int as members
    from team t left join person m on m.agency_id = t.agency_id and m.id = t.manager_id
    where t.agency_id = ${agencyId} order by t.name`.execute(db)
  return rows
}

export function selectTeam(db: Db, agencyId: AgencyId, id: TeamId): Promise<TeamTable | undefined> {
  return tables(db)
    .selectFrom('team')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function selectTeamsManaged(db: Db, agencyId: AgencyId, managerId: PersonId): Promise<TeamTable[]> {
  return tables(db)
    .selectFrom('team')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('manager_id', '=', managerId)
    .orderBy('name')
    .execute()
}

export interface MemberRow extends TeamMemberTable {
  readonly name: string
}

/** Who is in a team now. */
export function selectMembers(db: Db, agencyId: AgencyId, teamId: TeamId): Promise<MemberRow[]> {
  return tables(db)
    .selectFrom('team_member as m')
    .innerJoin('person as p', on =>
      on.onRef('p.agency_id', '=', 'm.agency_id').onRef('p.id', '=', 'm.person_id'),
    )
    .selectAll('m')
    .select('p.name')
    .where('m.agency_id', '=', agencyId)
    .where('m.team_id', '=', teamId)
    .where('m.until', 'is', null)
    .orderBy('p.name')
    .execute()
}

/** The teams somebody is in now. */
export function selectTeamsOf(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<(TeamMemberTable & { team_name: string })[]> {
  return tables(db)
    .selectFrom('team_member as m')
    .innerJoin('team as t', on => on.onRef('t.agency_id', '=', 'm.agency_id').onRef('t.id', '=', 'm.team_id'))
    .selectAll('m')
    .select('t.name as team_name')
    .where('m.agency_id', '=', agencyId)
    .where('m.person_id', '=', personId)
    .where('m.until', 'is', null)
    .orderBy('t.name')
    .execute()
}

/** Who is in which team now. */
export async function selectPlaces(
  db: Db,
  agencyId: AgencyId,
): Promise<{ team: TeamId; name: string; person: PersonId }[]> {
  const { rows } = await sql<{ team: TeamId; name: string; person: PersonId }>`
    select t.id as team, t.name, m.person_id as person
    from team_member m join team t on t.agency_id = m.agency_id and t.id = m.team_id
    where m.agency_id = ${agencyId} and m.until is null`.execute(db)
  return rows
}
