import type pg from 'pg'
import { type Outcome, transactionTogether } from '../kit/db/index.ts'
import { inBatches } from '../kit/in-batches.ts'
import type { Refused } from '../kit/proof.ts'
import type { Actor, AgencyId } from './actor.ts'
import {
  attemptOf,
  type Change,
  changing,
  type Ground,
  mostTries,
  outcomeOf,
  type Settled,
  type Writer,
} from './transaction.ts'

/** A change by somebody, for writeTogether. */
interface Wanted {
  readonly about: string
  readonly ground: Ground
  readonly actor: Actor
  readonly work: (writer: Writer) => Promise<Outcome<unknown>>
}

/** So many in one transaction, and so many of those at once; beyond that where they are held up for a second, which few ever are. */
const batches = { atOnce: 4, most: 12, patience: 1_000, inAll: 6, apart: ({ about }: Wanted) => about }
/** By themselves, so few that pages have connections left; more where all of those are held up, and connections are left then too. */
const alone = { atOnce: 6, most: 1, patience: 250, inAll: 12 }
const queues = new WeakMap<pg.Pool, Map<AgencyId, (one: Wanted) => Promise<unknown>>>()

/**
 * As write(), for what many do at the same moment, and what comes to the same if it is done twice: what comes to one agency while
 * others are being stored is stored in one transaction, each on behalf of whoever does it, and is acknowledged once that has
 * committed. Where it does not, each is done by itself. Whoever comes alone waits for nobody, but for another who writes to the same
 * thing: that is what `about` names. Throws what write() throws; and where the connection broke at the commit, so that nobody knows
 * whether it happened, throws that to everybody whose work was in it.
 */
export function writeTogether<A extends Actor, C extends Change<unknown, Refused<string>>>(
  ground: Ground,
  actor: A,
  about: string,
  work: (writer: Writer<A>) => Promise<C>,
): Promise<Settled<C>> {
  const here = queues.get(ground.pool) ?? new Map<AgencyId, (one: Wanted) => Promise<unknown>>()
  queues.set(ground.pool, here)
  const queue = here.get(actor.agencyId) ?? queueOf()
  here.set(actor.agencyId, queue)
  return queue({ about, ground, actor, work: outcomeOf(work) as Wanted['work'] }) as Promise<Settled<C>>
}

function queueOf(): (one: Wanted) => Promise<unknown> {
  const byItself = inBatches(alone, (all: readonly Wanted[]) =>
    Promise.all(all.map(({ ground, actor, work }) => changing(ground, actor, work, mostTries - 1))),
  )
  return inBatches(
    batches,
    async (all: readonly Wanted[]) => (await allTogether(all)) ?? all.map(one => byItself(one)),
  )
}

/** What came of each, in their order; undefined where nothing of it happened. */
async function allTogether(all: readonly Wanted[]): Promise<readonly unknown[] | undefined> {
  const [first] = all
  if (!first) return []
  const attempts = all.map(({ about, ground, actor, work }) => ({
    about,
    ...attemptOf(ground, actor, false, work),
  }))
  // As whoever holds several at once takes them, so that none waits for another who waits for it.
  const ordered = attempts.toSorted((a, b) => (a.about < b.about ? -1 : 1))
  const came = await transactionTogether(first.ground.pool, ordered)
  if (!came) return undefined
  for (const { committed } of attempts) committed()
  return attempts.map(one => came[ordered.indexOf(one)]?.value)
}
