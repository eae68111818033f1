import type { PersonId, Reader } from '../records/index.ts'
import { selectEveryRecipient, selectRecipients } from './queries.ts'

/** To what is sealed for each of these people: those who are here and have a key. Whoever is not in it has none. */
export async function recipientsOf(
  { db, actor }: Reader,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (persons.length === 0) return new Map()
  const rows = await selectRecipients(db, actor.agencyId, persons)
  return new Map(rows.map(({ person_id, recipient }) => [person_id, recipient]))
}

/** The same of everybody here. */
export const recipientsHere = async ({ db, actor }: Reader): Promise<ReadonlyMap<PersonId, string>> =>
  new Map(Object.entries(await selectEveryRecipient(db, actor.agencyId)) as [PersonId, string][])

export const hasKey = async (reader: Reader, person: PersonId): Promise<boolean> =>
  (await recipientsOf(reader, [person])).has(person)
