import type { MadeOf } from '../../clauses/index.ts'
import type { CalendarDay } from '../../guidance/index.ts'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { PolicyId, VersionId } from '../queries.ts'

export type DraftId = Id<'draft'>

/** Who wrote a version and who approved it. Versions from before there were two have none. */
export interface PolicyApprovalTable {
  agency_id: AgencyId
  version_id: VersionId
  policy_id: PolicyId
  draft_id: DraftId
  written_by: PersonId
  approved_by: PersonId
  approved_at: Date
  effective_on: CalendarDay
  /** What the text is made of. Null where it is words and nothing else. */
  made_of: MadeOf | null
  entry_id: EntryId
}

const tables = (db: Db) => db.withTables<{ policy_approval: PolicyApprovalTable }>()

export async function insertApproval(db: Db, row: PolicyApprovalTable): Promise<void> {
  await tables(db).insertInto('policy_approval').values(row).execute()
}

/** Who wrote and who approved a version, and what it is made of. */
export function selectApproval(db: Db, agencyId: AgencyId, versionId: VersionId) {
  return tables(db)
    .selectFrom('policy_approval')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('version_id', '=', versionId)
    .executeTakeFirst()
}
