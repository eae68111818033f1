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

/**
 * The same for whoever reads the concern: one document that was altered behind the database’s back keeps nobody from its words, and
 * stands there as what it is.
 */
export const shownOrAltered = (identity: string, row: DocumentTable): Promise<Shown> =>
  shownWith(identity, row).catch(() => ({ row, about: altered }))

const altered: About = {
  kind: 'text',
  name: 'A document that does not open',
  note: 'What is stored of it was altered. Ask whoever looks after Lanyard here to check the record.',
  size: 0,
  salt: '',
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
