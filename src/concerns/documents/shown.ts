import type { Db } from '../../kit/db/index.ts'
import type { AgencyId } from '../../records/index.ts'
import { openWith } from '../../sealing/index.ts'
import type { ConcernId } from '../tables.ts'
import { type About, readAbout } from './about.ts'
import { type DocumentTable, documentTables } from './tables.ts'

/** A document, and what is said of it. */
export interface Shown {
  readonly row: DocumentTable
  readonly about: About
}

/** What is said of a document, with what opens its concern. Throws where it does not open. */
export async function shownWith(identity: string, row: DocumentTable): Promise<Shown> {
  const bytes = await openWith(identity, row.about)
  if (!bytes) throw new Error('a document does not open with the key of its concern')
  return { row, about: readAbout(bytes) }
}

/** The documents of several concerns that can be opened, in the order in which they were handed in: none that waits or was erased. */
export const selectDocumentsIn = (
  db: Db,
  agencyId: AgencyId,
  concerns: readonly ConcernId[],
): Promise<DocumentTable[]> =>
  documentTables(db)
    .selectFrom('concern_document')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('concern_id', 'in', concerns)
    .where('about', 'is not', null)
    .orderBy('handed_in_at')
    .orderBy('id')
    .execute()
