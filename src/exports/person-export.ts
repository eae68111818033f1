import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { personToExport } from './access.ts'
import { routes } from './routes.ts'

/** Where everything about somebody of a family is asked for, to take away; undefined for a reader who may not ask. */
export const personExport = async (reader: Reader<PersonActor>, id: PersonId): Promise<string | undefined> =>
  (await personToExport(reader, id)) && routes.askPerson.to({ person: id })
