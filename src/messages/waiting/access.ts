import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { lineOf, standing } from '../../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../../records/index.ts'
import { answersForOneOf } from '../access.ts'
import { maySupervise, maySuperviseAll } from '../rules.ts'
import { selectAllWaiting, selectWaiting, type Waiting } from './queries.ts'
import type { Standing } from './rules.ts'

/** Whose messages the acting person may let go: everybody's, of those they answer for, or nobody's. */
export async function answersForWhom(reader: Reader<PersonActor>): Promise<readonly PersonId[] | 'all'> {
  const has = await standing(reader)
  if (maySuperviseAll.some(role => has.has(role))) return 'all'
  if (!maySupervise.some(role => has.has(role))) return []
  return lineOf(reader, reader.actor.personId)
}

/** A message that waits or waited, and how the acting person stands to it: its writer, or somebody who answers for them. */
export async function waitingMessage(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see-waiting', { waits: Waiting; as: Standing }> | undefined> {
  const id = idFrom<'waiting-message'>(text)
  const waits = id && (await selectWaiting(reader.db, reader.actor.agencyId, id))
  if (!waits) return undefined
  if (waits.author_id === reader.actor.personId) {
    const has = await standing(reader)
    return has.size > 0 ? permit('see-waiting', { waits, as: 'writer' }) : undefined
  }
  const whose = await answersForWhom(reader)
  const isTheirs = whose === 'all' || (await answersForOneOf(reader, [waits.author_id]))
  return isTheirs ? permit('see-waiting', { waits, as: 'manager' }) : undefined
}

/** Everything that waits and that the acting person may let go. */
export async function waitingForMe(reader: Reader<PersonActor>): Promise<readonly Waiting[]> {
  const all = await selectAllWaiting(reader.db, reader.actor.agencyId, await answersForWhom(reader))
  return all.filter(({ author_id }) => author_id !== reader.actor.personId)
}
