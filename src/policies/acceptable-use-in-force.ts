import { sql } from 'kysely'
import type { Reader } from '../records/index.ts'

/** Which version of the acceptable use policy is in force in the reader's agency, and since when. */
export interface VersionInForce {
  readonly title: string
  readonly number: number
  readonly since: Date
}

/** Undefined where none has been published. For anybody to be told: it says nothing of what the policy holds. */
export async function acceptableUseInForce({ db, actor }: Reader): Promise<VersionInForce | undefined> {
  const { rows } = await sql<VersionInForce>`
    select p.title, v.number, v.published_at as since from policy p
    join policy_version v on v.agency_id = p.agency_id and v.policy_id = p.id
    where p.agency_id = ${actor.agencyId} and p.kind = 'acceptable-use'
    order by v.number desc limit 1`.execute(db)
  return rows[0]
}
