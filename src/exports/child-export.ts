import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { childToExport } from './access.ts'
import { routes } from './routes.ts'

/** Where everything about a child is asked for, to take away; undefined for a reader who may not ask. */
export const childExport = async (reader: Reader<PersonActor>, id: PersonId): Promise<string | undefined> =>
  (await childToExport(reader, id)) && routes.askChild.to({ child: id })
