import type pg from 'pg'
import { type Outcome, transactionTogether } from '../kit/db/index.ts'
import { inBatches } from '../kit/in-batches.ts'
import type { Refused } from '../kit/proof.ts'
import type { Actor } from './actor.ts'
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

/** So many in one transaction, and in each lane one at a time. */
const batches = { atOnce: 1, most: 12, apart: ({ about }: Wanted) => about }
/** So many for each agency: one is stored while another is being asked about. What is about the same thing is in the same. */
const lanes = 2
const lanesOf = new WeakMap<pg.Pool, Map<string, (one: Wanted) => Promise<unknown>>>()

/**
 * As write(), for what many do at the same moment, and what comes to the same if it is done twice: what comes to one agency while
 * others are being stored is stored in one transaction, each on behalf of whoever does it, and is acknowledged once that has
 * committed. Where it does not, each is done by itself. Whoever comes alone waits for nobody. `about` is the thing that is written to:
 * two transactions that are under way here never write to the same.
 */
export function writeTogether<A extends Actor, C extends Change<unknown, Refused<string>>>(
  ground: Ground,
  actor: A,
  about: string,
  work: (writer: Writer<A>) => Promise<C>,
): Promise<Settled<C>> {
  const here = lanesOf.get(ground.pool) ?? new Map<string, (one: Wanted) => Promise<unknown>>()
  lanesOf.set(ground.pool, here)
  const name = `${actor.agencyId} ${laneOf(about)}`
  const lane = here.get(name) ?? inBatches(batches, allTogether)
  here.set(name, lane)
  return lane({ about, ground, actor, work: outcomeOf(work) as Wanted['work'] }) as Promise<Settled<C>>
}

const laneOf = (about: string): number => {
  let sum = 0
  for (let at = 0; at < about.length; at++) sum += about.charCodeAt(at)
  return sum % lanes
}

/** By what each is about: as whoever holds several at once takes them, so that none waits for another who waits for it. */
const inOrder = (all: readonly Wanted[]) =>
  all.map((one, at) => ({ ...one, at })).sort((a, b) => (a.about < b.about ? -1 : 1))

async function allTogether(all: readonly Wanted[]): Promise<readonly unknown[]> {
  const alone = (tries: number) => all.map(({ ground, actor, work }) => changing(ground, actor, work, tries))
  const [first, ...others] = all
  if (!first || others.length === 0) return Promise.all(alone(mostTries))
  const attempts = inOrder(all).map(({ ground, actor, work, at }) => ({
    ...attemptOf(ground, actor, false, work),
    at,
  }))
  const came = await transactionTogether(first.ground.pool, attempts)
  if (!came) return alone(mostTries - 1)
  const done: unknown[] = []
  for (const [order, { at, committed }] of attempts.entries()) {
    committed()
    done[at] = came[order]?.value
  }
  return done
}
