import { sql } from 'kysely'
import { dayAt } from '../../guidance/index.ts'
import type { PersonId, Reader, Role } from '../../records/index.ts'
import { awayUntil } from './queries.ts'

export interface HereToday {
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Role[]
}

/** The staff who have one of these roles, have come in at least once, and are not away today; by name. */
export async function staffHereToday(reader: Reader, roles: readonly Role[]): Promise<readonly HereToday[]> {
  const { db, actor, now } = reader
  const away = awayUntil({ agencyId: sql`p.agency_id`, personId: sql`p.id`, day: dayAt(now) })
  const { rows } = await sql<HereToday>`
    select p.id, p.name, array_agg(g.role order by g.granted_at) as roles from person p
    join role_grant g on g.agency_id = p.agency_id and g.person_id = p.id and g.ended_at is null
    where p.agency_id = ${actor.agencyId} and p.kind = 'staff' and p.left_at is null and p.login_id is not null
      and g.role = any(${[...roles]}) and ${away} is null
    group by p.id, p.name order by p.name, p.id`.execute(db)
  return rows
}
