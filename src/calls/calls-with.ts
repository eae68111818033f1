import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { familyToCall } from './access.ts'
import { routes } from './routes.ts'

/** Where the calls with somebody of a family are; undefined for a reader who may not see them. */
export async function callsWith(reader: Reader<PersonActor>, id: PersonId): Promise<string | undefined> {
  return (await familyToCall(reader, id)) && routes.with.to({ person: id })
}
