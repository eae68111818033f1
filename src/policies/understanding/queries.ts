import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { PolicyId, VersionId } from '../queries.ts'

export interface UnderstandingTable {
  agency_id: AgencyId
  id: Id<'understanding'>
  policy_id: PolicyId
  version_id: VersionId
  text_hash: Uint8Array
  person_id: PersonId
  /** How many questions were asked. */
  asked: number
  /** How often they were answered until all were right: 1 for the first time. */
  tries: number
  passed_at: Date
  entry_id: EntryId
}

const tables = (db: Db) => db.withTables<{ understanding: UnderstandingTable }>()

export async function insertUnderstanding(db: Db, row: UnderstandingTable): Promise<void> {
  await tables(db).insertInto('understanding').values(row).execute()
}

/** That a person has passed the check of a version, if they have. */
export function selectUnderstanding(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
  versionId: VersionId,
): Promise<UnderstandingTable | undefined> {
  return tables(db)
    .selectFrom('understanding')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('version_id', '=', versionId)
    .executeTakeFirst()
}
