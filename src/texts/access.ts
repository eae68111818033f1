import { owes } from '../duties/index.ts'
import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { person, workersOf } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { selectWish } from './queries.ts'
import type { TextWishTable } from './tables.ts'

/** How the acting person of a family is reached, to be changed by a text of their own: its number is the one entered for them. */
export async function ownWayByText(reader: Reader<PersonActor>) {
  const found = await person(reader, reader.actor.personId)
  if (!found || found.left_at || found.kind === 'staff') return undefined
  return permit('change-way', { person: found })
}

/** That somebody ended texts or began them again, for the workers who owe the look and those who work with them. */
export async function wishToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', { wish: TextWishTable; name: string; email: boolean }> | undefined> {
  const { db, actor } = reader
  const id = idFrom<'text-wish'>(text)
  const wish = id && (await selectWish(db, actor.agencyId, id))
  if (wish?.wish !== 'stop') return undefined
  const [workers, owing] = await Promise.all([
    workersOf(reader, wish.person_id),
    owes(reader, { kind: 'texts-ended', person: actor.personId, aboutId: wish.id }),
  ])
  if (!owing && !workers.some(worker => worker.id === actor.personId)) return undefined
  const found = await person(reader, wish.person_id)
  return found && permit('see', { wish, name: found.name, email: found.email !== null })
}
