import { whoIsIn } from '../messages/index.ts'
import { answersFor, withRole } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { mayReadAll } from './rules.ts'
import type { ReviewTable } from './tables.ts'

type Which = Pick<ReviewTable, 'conversation_id' | 'worker_id'>

/**
 * Who reviews a conversation: the worker's manager, else a designated person, else a deputy; never somebody who is or was
 * in it, nor `but`. Undefined when that leaves nobody who may read it.
 */
export async function reviewerFor(
  reader: Reader,
  { conversation_id, worker_id }: Which,
  but?: PersonId,
): Promise<PersonId | undefined> {
  const isIn = new Set(await whoIsIn(reader, conversation_id))
  const manager = await answersFor(reader, worker_id)
  const asked = [manager, ...(await Promise.all(mayReadAll.map(role => withRole(reader, role)))).flat()]
  return asked.find(one => one && one !== but && one !== worker_id && !isIn.has(one))
}

/** Who hears of a concern that a review found: designated people and deputies who are not in the conversation. */
export async function whoHears(reader: Reader, { conversation_id, worker_id }: Which): Promise<PersonId[]> {
  const isIn = new Set([worker_id, ...(await whoIsIn(reader, conversation_id))])
  const all = await Promise.all(
    [mayReadAll, ['senior-manager'] as const].map(async roles => {
      const some = (await Promise.all(roles.map(role => withRole(reader, role)))).flat()
      return [...new Set(some)].filter(one => !isIn.has(one))
    }),
  )
  // Senior managers only where every designated person is in it.
  return all.find(some => some.length > 0) ?? []
}
