import type { Reader } from '../../records/index.ts'
import { type Part, partOf } from '../../retention/index.ts'
import { wordsOpeningEvidence } from '../marks/evidence.ts'
import { markTables } from '../marks/queries.ts'

/** Why words that are no message were opened, each time: goes with them. */
export async function openedParts({ db, actor }: Reader, about: string): Promise<readonly Part[]> {
  const openings = await markTables(db)
    .selectFrom('words_opening')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('about_id', '=', about)
    .execute()
  return openings.map(opening => partOf(wordsOpeningEvidence, opening, 'alone'))
}
