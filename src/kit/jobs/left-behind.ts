import type pg from 'pg'

/** How often is looked for what workers that are gone have left locked, in milliseconds. */
const lookEvery = 20_000
// A namespace of advisory locks of our own.
const locks = 7_364_021

/** Says that a pool of workers is here, so that its jobs are left to it; and how to stop. */
export interface Presence {
  readonly here: (holder: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * A pool of workers whose process was killed leaves its jobs locked, for hours as the library has it. Each pool holds a lock
 * of the database's that ends with its process's connection; whoever looks and finds a job locked by a pool without that lock
 * gives the job back, so that it runs once more at once. A job is safe to run twice, so a connection that only broke for a
 * moment does no harm.
 */
export async function keepPresence(pool: pg.Pool): Promise<Presence> {
  const ours = new Set<string>()
  let client: pg.PoolClient | undefined
  let stopped = false
  const lock = (id: string) => client?.query('select pg_advisory_lock($1, hashtext($2))', [locks, id])
  const connect = async () => {
    const next = await pool.connect()
    const gone = () => {
      if (client !== next) return
      client = undefined
      next.release(true)
    }
    next.on('error', gone).on('end', gone)
    client = next
    for (const id of ours) await lock(id)
  }
  const look = async () => {
    if (!client) await connect()
    const { rows } = await pool.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker.jobs
       where locked_by is not null and locked_at < now() - interval '5 seconds'`,
    )
    const others = rows.map(({ id }) => id).filter(id => !ours.has(id))
    for (const id of others) await giveBack(pool, id)
  }
  await connect()
  // Whatever goes wrong (PostgreSQL is away), the next look makes it good.
  const clock = setInterval(() => void look().catch(() => {}), lookEvery)
  await look().catch(() => {})
  return {
    async here(holder) {
      ours.add(holder)
      await lock(holder)
    },
    async stop() {
      if (stopped) return
      stopped = true
      clearInterval(clock)
      const last = client
      client = undefined
      last?.release(true)
    },
  }
}

/** Gives back what a pool holds, if it is gone. One transaction: the lock that was got goes with it. */
async function giveBack(pool: pg.Pool, holder: string): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array[$2]) where pg_try_advisory_xact_lock($1, hashtext($2))`,
    [locks, holder],
  )
}
