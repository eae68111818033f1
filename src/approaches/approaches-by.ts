import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { heardBy } from './access.ts'
import { selectApproachesBy } from './queries.ts'
import { routes } from './routes.ts'
import { howWords, whereWords } from './words.tsx'

/** An approach as a line: what they did, and where. Opening it is an entry. */
export interface ApproachLine {
  readonly at: Date
  readonly says: string
  readonly by: string
  readonly href: string
}

/** The newest approaches by one child or parent, as far as the reader hears those whom they were told by. */
export async function approachLines(
  reader: Reader<PersonActor>,
  id: PersonId,
  most: number,
): Promise<readonly ApproachLine[]> {
  const whose = await heardBy(reader)
  if (!whose) return []
  const rows = await selectApproachesBy(reader.db, reader.actor.agencyId, { whose, by: id }, most)
  return rows.map(row => ({
    at: row.told_at,
    says: `${howWords(row)}: ${whereWords(row)}`,
    by: row.told_by_name,
    href: routes.approach.to({ approach: row.id }),
  }))
}
