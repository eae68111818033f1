import { sql } from 'kysely'
import type { AgencyId, Reader } from '../records/index.ts'
import { tables } from './queries.ts'

export interface MemberAgency {
  readonly id: AgencyId
  readonly name: string
}

/** The agencies that answer to the reader's own, by name. None, unless it is a board. */
export function memberAgencies({ db, actor }: Reader): Promise<readonly MemberAgency[]> {
  return tables(db)
    .selectFrom('agency')
    .select(['id', 'name'])
    .where('board_id', '=', actor.agencyId)
    .orderBy('name')
    .execute()
}

export interface PeopleFigures {
  readonly staff: number
  /** Of them, those who have not accepted their invitation yet. */
  readonly invited: number
  /** How many are designated persons. */
  readonly designated: number
}

/** The reader's agency in figures, without anybody's name: for the board. */
export async function peopleFigures({ db, actor }: Reader): Promise<PeopleFigures> {
  const { rows } = await sql<PeopleFigures>`
    select count(*)::int as staff, count(*) filter (where p.login_id is null)::int as invited,
      count(*) filter (where exists (select from role_grant g where g.agency_id = p.agency_id
        and g.person_id = p.id and g.role = 'designated-person' and g.ended_at is null))::int as designated
    from person p where p.agency_id = ${actor.agencyId} and p.kind = 'staff' and p.left_at is null`.execute(
    db,
  )
  return rows[0] ?? { staff: 0, invited: 0, designated: 0 }
}
