import { dayAt } from '../guidance/index.ts'
import type { Reader } from '../records/index.ts'
import { type InForce, selectInForce } from './queries.ts'
import { type Tuning, tuningOf, untuned } from './tuned.ts'

// What stands is made ready once and kept while it stands: the phrases of one organisation are put together for many messages.
const ready = new Map<string, Tuning>()
const mostReady = 500

/** How the reader's organisation has its screening today: one question, which goes down the same pipe as others. */
export async function tuningInForce({ db, actor, now }: Reader): Promise<Tuning> {
  return madeReady(await selectInForce(db, actor.agencyId, dayAt(now)))
}

function madeReady(rows: readonly InForce[]): Tuning {
  if (rows.length === 0) return untuned
  const key = JSON.stringify(rows)
  const known = ready.get(key)
  if (known) return known
  if (ready.size >= mostReady) ready.clear()
  const tuning = tuningOf(rows)
  ready.set(key, tuning)
  return tuning
}

/** The same from rows that were read for a page, the newest first. */
export const tuningFrom = (rows: readonly InForce[]): Tuning => tuningOf(rows.toReversed())
