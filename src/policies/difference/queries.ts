import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import { type PolicyId, type PolicyVersionTable, tables } from '../queries.ts'

/** The newest version of a policy that a person has signed. */
export function selectLastSigned(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
  policyId: PolicyId,
): Promise<PolicyVersionTable | undefined> {
  return tables(db)
    .selectFrom('policy_version as v')
    .innerJoin('signature as s', on =>
      on.onRef('s.agency_id', '=', 'v.agency_id').onRef('s.version_id', '=', 'v.id'),
    )
    .selectAll('v')
    .where('s.agency_id', '=', agencyId)
    .where('s.policy_id', '=', policyId)
    .where('s.person_id', '=', personId)
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What each version after `number` said had changed in it, the newest first. */
export async function selectNotesSince(
  db: Db,
  agencyId: AgencyId,
  policyId: PolicyId,
  number: number,
): Promise<readonly { readonly number: number; readonly note: string }[]> {
  return await tables(db)
    .selectFrom('policy_version')
    .select(['number', 'change_note as note'])
    .where('agency_id', '=', agencyId)
    .where('policy_id', '=', policyId)
    .where('number', '>', number)
    .where('change_note', '<>', '')
    .orderBy('number', 'desc')
    .limit(20)
    .execute()
}

/** A version by its number. */
export function selectNumbered(
  db: Db,
  agencyId: AgencyId,
  policyId: PolicyId,
  number: number,
): Promise<PolicyVersionTable | undefined> {
  return tables(db)
    .selectFrom('policy_version')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('policy_id', '=', policyId)
    .where('number', '=', number)
    .executeTakeFirst()
}
