import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../../kit/db/index.ts'
import { type AgencyId, system } from '../actor.ts'
import type { Edge } from '../log/tiles.ts'
import { agenciesHere } from '../queries.ts'
import { type Ground, read, withoutEntry } from '../transaction.ts'
import type { LogKeys } from './log-keys.ts'
import { batchSize, sequence } from './sequence.ts'
import { isUnwitnessed, witness } from './witness.ts'

export interface Keeping {
  readonly ground: Ground
  /** As the application's role: for the connection whose lock says who leads. */
  readonly url: string
  readonly keys: LogKeys
  /** The folder in which boards keep the heads they have witnessed. */
  readonly heads: string
  readonly fault: (error: unknown, about: string) => void
}

// Any number, as long as every Lanyard uses the same one.
const leadership = 5_290_172_016
const turns = 52_901_720
const pause = 150
const retry = 500

/**
 * Keeps every agency's log: one process leads, by a lock that the database lets go of when that process or its
 * connection ends, and then another takes over. Returns how to stop; the batch in hand is finished first.
 */
export function keepLogs(keeping: Keeping): () => Promise<void> {
  const stopping = new AbortController()
  const done = lead(keeping, stopping.signal)
  return async () => {
    stopping.abort()
    await done
  }
}

async function lead(keeping: Keeping, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const client = new pg.Client({ connectionString: keeping.url, application_name: 'lanyard sequencer' })
    let lost = false
    client.on('error', () => {
      lost = true
    })
    client.on('end', () => {
      lost = true
    })
    try {
      await client.connect()
      if (await takesLead(client)) await keepWhileLeading(keeping, () => lost || stop.aborted)
    } catch (error) {
      if (!lost && !stop.aborted) keeping.fault(error, 'sequencer')
    } finally {
      await client.end().catch(() => {})
    }
    await wait(retry, undefined, { signal: stop }).catch(() => {})
  }
}

async function takesLead(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as leads', [leadership])
  return rows[0].leads
}

async function keepWhileLeading(keeping: Keeping, over: () => boolean): Promise<void> {
  const edges = new Map<AgencyId, Edge>()
  await finishWhatWasBegun(keeping, edges)
  while (!over()) {
    const busy = await keepOnce(keeping, edges)
    if (!busy) await wait(pause)
  }
}

/**
 * A leader may end between signing a checkpoint and having it cosigned, and nothing would wait any more to bring it up:
 * the one who takes over has every log cosigned whose newest checkpoint is not.
 */
async function finishWhatWasBegun(keeping: Keeping, edges: Map<AgencyId, Edge>): Promise<void> {
  for (const id of await agenciesHere(keeping.ground.pool)) {
    const behind = await read(keeping.ground, system(id), ({ db }) => isUnwitnessed(db, id))
    if (behind) await keepAgency(keeping, edges, id)
  }
}

/** One round over all agencies with entries waiting. Says whether any has more waiting still. */
export async function keepOnce(keeping: Keeping, edges = new Map<AgencyId, Edge>()): Promise<boolean> {
  const { rows } = await keeping.ground.pool.query<{ id: AgencyId }>('select agencies_pending() as id')
  let busy = false
  for (const { id } of rows) busy = (await keepAgency(keeping, edges, id)) || busy
  return busy
}

async function keepAgency(
  keeping: Keeping,
  edges: Map<AgencyId, Edge>,
  agencyId: AgencyId,
): Promise<boolean> {
  const { ground, keys, heads: folder } = keeping
  const found = await ground.pool.query<{ slug: string; board_slug: string | null }>(
    'select * from log_of_agency($1)',
    [agencyId],
  )
  const slug = found.rows[0]?.slug ?? ''
  // A board's own log is cosigned by the board itself: the file outside the database is what that adds.
  const boardSlug = found.rows[0]?.board_slug ?? slug
  const now = ground.clock()
  const { edge, taken } = await withoutEntry(ground, system(agencyId), async ({ db }) => {
    await takeTurn(db, agencyId)
    return sequence(db, { agencyId, signer: keys.log(slug), now, known: edges.get(agencyId) })
  })
  edges.set(agencyId, edge)
  try {
    await withoutEntry(ground, system(agencyId), async ({ db }) => {
      await takeTurn(db, agencyId)
      await witness(db, { agencyId, slug, boardSlug, keys, folder, now })
    })
  } catch (error) {
    keeping.fault(error, `witness of ${slug}`)
  }
  ground.announce(`log:${agencyId}`)
  return taken === batchSize
}

/**
 * One at a time keeps an agency's log, until its transaction ends. A leader whose connection broke may still be finishing
 * a batch when the next one begins: without this, one of them would fail, and both would hold the witness's head at once.
 */
async function takeTurn(db: Db, agencyId: AgencyId): Promise<void> {
  await sql`select pg_advisory_xact_lock(${turns}::int, hashtext(${agencyId}))`.execute(db)
}
