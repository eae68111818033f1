import { person, staff } from '../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import type { Desk } from './access.ts'
import { approversOf } from './approving/ask-approval.ts'

/** Names for the page, and who could approve what is written. */
export interface DraftPeople {
  readonly names: ReadonlyMap<PersonId, string>
  readonly approvers: readonly string[]
  readonly alone: boolean
}

export async function aboutPeople(reader: Reader<PersonActor>, { current }: Desk): Promise<DraftPeople> {
  const everybody = await staff(reader)
  const names = new Map(everybody.map(({ id, name }) => [id, name]))
  const steps = current?.steps ?? []
  const named = [
    ...(current?.writers ?? []),
    ...steps.flatMap(({ person_id, asked_of }) => [person_id, asked_of]),
    current?.revision.saved_by,
  ]
  for (const id of named)
    if (id && !names.has(id)) names.set(id, (await person(reader, id))?.name ?? 'Somebody who has left')
  // Whoever is about to write is not the one to approve.
  const approvers = await approversOf(reader, [...(current?.writers ?? []), reader.actor.personId])
  return { names, approvers: approvers.map(({ name }) => name), alone: everybody.length < 2 }
}
