import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { hasRole } from '../access.ts'
import { type ImportTable, selectImport } from './queries.ts'

/** Whether the acting person may import people: an administrator, now. */
export const mayImport = (reader: Reader<PersonActor>): Promise<boolean> => hasRole(reader, 'administrator')

/**
 * An import, for the administrator who uploaded its file and for nobody else: it holds people's data that are not here
 * yet. `hold` makes others who would change it wait. Undefined when it is not there, or not theirs.
 */
export async function importOfMine(
  reader: Reader<PersonActor>,
  text: string,
  hold = false,
): Promise<Permitted<'import', ImportTable> | undefined> {
  const id = idFrom<'people-import'>(text)
  if (!id || !(await mayImport(reader))) return undefined
  const found = await selectImport(reader.db, reader.actor.agencyId, id, hold)
  return found?.uploaded_by === reader.actor.personId ? permit('import', found) : undefined
}
