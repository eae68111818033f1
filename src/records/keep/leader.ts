import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../../kit/db/index.ts'
import { type AgencyId, system } from '../actor.ts'
import type { Edge } from '../log/tiles.ts'
import { agenciesHere } from '../queries.ts'
import { type Ground, withoutEntry } from '../transaction.ts'
import { vaultsHere } from '../vault.ts'
import type { LogKeys } from './log-keys.ts'
import { batchSize, sequence } from './sequence.ts'
import { isUnwitnessed, NotWitnessed, witness } from './witness.ts'

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
const askAgain = 5_000

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

/** What a leader remembers from round to round. */
interface Memory {
  /** The edge of each log as it was left. */
  readonly edges: Map<AgencyId, Edge>
  /** When to try again, in milliseconds, where the witness could not be asked: its folder or the database was not there. */
  readonly behind: Map<AgencyId, number>
}

const nothingYet = (): Memory => ({ edges: new Map(), behind: new Map() })

async function keepWhileLeading(keeping: Keeping, over: () => boolean): Promise<void> {
  const memory = nothingYet()
  await finishWhatWasBegun(keeping, memory)
  while (!over()) {
    const busy = await keepOnce(keeping, memory)
    if (!busy) await wait(pause)
  }
}

/**
 * A leader may end between signing a checkpoint and having it cosigned, and nothing would wait any more to bring it up:
 * the one who takes over has every log cosigned whose newest checkpoint is not. It asks once it has its turn: the database
 * may still be committing what the one before it sent last.
 */
async function finishWhatWasBegun(keeping: Keeping, memory: Memory): Promise<void> {
  const { ground } = keeping
  const vaults = await vaultsHere(ground.pool)
  for (const id of [...(await agenciesHere(ground.pool)), ...vaults.map(vault => vault.id)]) {
    const behind = await withoutEntry(ground, system(id), async ({ db }) => {
      await takeTurn(db, id)
      return isUnwitnessed(db, id)
    })
    if (behind) await keepAgency(keeping, memory, id)
  }
}

/**
 * One round over all agencies with entries waiting, and those whose witness is to be asked again. Says whether any has more
 * waiting still.
 */
export async function keepOnce(keeping: Keeping, memory = nothingYet()): Promise<boolean> {
  const { rows } = await keeping.ground.pool.query<{ id: AgencyId }>('select agencies_pending() as id')
  const again = [...memory.behind].filter(([, at]) => at <= Date.now())
  let busy = false
  for (const id of new Set([...rows.map(({ id }) => id), ...again.map(([id]) => id)]))
    busy = (await keepAgency(keeping, memory, id)) || busy
  return busy
}

async function keepAgency(keeping: Keeping, { edges, behind }: Memory, agencyId: AgencyId): Promise<boolean> {
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
    behind.delete(agencyId)
  } catch (error) {
    // A witness that has refused waits for somebody to look at it; one that could not be asked is asked again.
    if (!(error instanceof NotWitnessed)) behind.set(agencyId, Date.now() + askAgain)
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
