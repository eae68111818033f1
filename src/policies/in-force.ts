import type { PersonActor, Reader } from '../records/index.ts'
import { type PolicyId, selectPolicies, selectVersion, type VersionId } from './queries.ts'

/** A policy in force, whose text is fetched when it is wanted. */
export interface InForce {
  readonly policyId: PolicyId
  readonly versionId: VersionId
  readonly title: string
  readonly text: () => Promise<string>
}

/** The policies in force in the reader's agency, as everybody on the staff may read them. Nobody else has any. */
export async function inForceToRead(reader: Reader<PersonActor>): Promise<readonly InForce[]> {
  const { db, actor } = reader
  if (actor.kind !== 'staff') return []
  const rows = await selectPolicies(db, actor.agencyId, actor.personId)
  return rows.flatMap(({ id, title, version_id }) =>
    version_id
      ? [
          {
            policyId: id,
            versionId: version_id,
            title,
            text: async () => (await selectVersion(db, actor.agencyId, version_id))?.text ?? '',
          },
        ]
      : [],
  )
}
