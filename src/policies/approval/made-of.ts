import type { MadeOf } from '../../clauses/index.ts'
import type { Reader } from '../../records/index.ts'
import type { VersionId } from '../queries.ts'
import { selectApproval } from './queries.ts'

/** What a version is made of: its parts, and what its blanks are filled with. Undefined for one that is words alone. */
export async function madeOfVersion(reader: Reader, versionId: VersionId): Promise<MadeOf | undefined> {
  return (await selectApproval(reader.db, reader.actor.agencyId, versionId))?.made_of ?? undefined
}
