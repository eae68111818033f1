import { tidy } from '../../kit/forms/index.ts'
import type { Member } from '../../people/index.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { type Stretch, stretchOf, within } from '../../ui/index.ts'
import type { PolicyOnPaper } from './access.ts'
import { selectOnSheet, selectWaiting } from './queries.ts'
import { mostOnSheet } from './rules.ts'

/** One page of those in a manager's line who have yet to sign, and are on no sheet that waits. */
export interface NotSigned {
  readonly people: readonly Member[]
  readonly stretch: Stretch
  readonly find: string
}

/**
 * The page that an address asks for. The printed sheet and the page that records it hold the same people in the same
 * order, so that what is ticked stands where it stands on the paper.
 */
export async function notSigned(
  { db, actor }: Reader<PersonActor>,
  { found: { policy }, line }: PolicyOnPaper,
  query: URLSearchParams,
): Promise<NotSigned> {
  const persons = line.map(({ id }) => id)
  const about = { agency_id: actor.agencyId, policy_id: policy.id, persons }
  const [all, waiting] = await Promise.all([
    selectOnSheet(db, about),
    selectWaiting(db, actor.agencyId, policy.id),
  ])
  const settled = new Set([...all.filter(({ signed }) => signed !== null).map(({ id }) => id), ...waiting])
  const find = tidy(query.get('find') ?? '').slice(0, 100)
  const rest = line.filter(
    ({ id, name }) => !settled.has(id) && name.toLowerCase().includes(find.toLowerCase()),
  )
  const stretch = stretchOf(query, 'page', rest.length, mostOnSheet)
  return { people: within(rest, stretch), stretch, find }
}
