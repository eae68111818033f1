import { withRole } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { mayHaveKey } from './rules.ts'

/** Everybody of the agency who is here and whose role may have a key. */
export async function keyedStaff(reader: Reader): Promise<readonly PersonId[]> {
  const found = await Promise.all(mayHaveKey.map(role => withRole(reader, role)))
  return [...new Set(found.flat())]
}
