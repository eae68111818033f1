import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { Live } from './live.ts'

/** Nobody answers where it is handed over; or somebody does, and takes none. */
export type WhyStopped = 'unreachable' | 'refused'

/** Whether something can be handed over to whoever carries it, as every process that shares the database knows it. */
export interface Standing {
  /** Since when nothing could be; undefined while it can. */
  readonly stoppedSince: () => Date | undefined
  readonly failed: (why: WhyStopped) => Promise<void>
  readonly worked: () => Promise<void>
  readonly close: () => void
}

/** How often it is tried whether whoever carries it is there again, in milliseconds, while they are not. */
const tryAgain = 30_000

/** Each of them a table of one row while it stands, so that a process that hands nothing over knows it too. */
type Table = 'mail_stopped' | 'texts_stopped'

/** Keeps since when nothing could be handed over: until something is again, or, where nobody answered, until `reaches` says so. */
export async function keepStanding(about: {
  readonly table: Table
  readonly pool: pg.Pool
  readonly live: Live
  readonly clock: Clock
  readonly reaches: () => Promise<boolean>
  readonly every?: number
}): Promise<Standing> {
  const { table, pool, live, clock, reaches, every = tryAgain } = about
  const topic = table.replace('_', '-')
  let known: { readonly since: Date; readonly why: WhyStopped } | undefined
  const look = async () => {
    const { rows } = await pool.query(`select since, why from ${table}`)
    known = rows[0]
  }
  const failed = async (why: WhyStopped) => {
    await pool.query(
      `insert into ${table} (since, why) values ($1, $2) on conflict (one) do update set why = excluded.why`,
      [clock(), why],
    )
    await look()
    live.announce(topic)
  }
  const worked = async () => {
    if (!known) return
    await pool.query(`delete from ${table}`)
    known = undefined
    live.announce(topic)
  }
  await look()
  const stopWatching = live.watch(topic, () => void look().catch(() => {}))
  const again = async () => {
    if (known?.why === 'unreachable' && (await reaches())) await worked()
  }
  const timer = setInterval(() => void again().catch(() => {}), every)
  timer.unref()
  return {
    stoppedSince: () => known?.since,
    // That it could not be kept must not keep anything from being handed over.
    failed: why => failed(why).catch(() => {}),
    worked: () => worked().catch(() => {}),
    close() {
      clearInterval(timer)
      stopWatching()
    },
  }
}
