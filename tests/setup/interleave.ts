import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** One transaction of somebody's: its statements, one after the other, and then its commit. */
export interface Doing {
  readonly name: string
  readonly statements: readonly pg.QueryConfig[]
}

/** What became of one: committed, in this place of the order; or refused by the database, with its code. */
export type Became =
  | { readonly name: string; readonly committed: number }
  | { readonly name: string; readonly refused: string }

/**
 * Does several transactions at once on real connections, a statement at a time, in the order that `turns` says: each number
 * picks one of those that are not done and not waiting for another's lock. Who waits goes on when the other is done. Says
 * which committed, in the order in which they did, and with which code the database refused the rest.
 */
export async function interleave(
  url: string,
  setUp: readonly pg.QueryConfig[],
  all: readonly Doing[],
  turns: readonly number[],
): Promise<readonly Became[]> {
  const watching = new pg.Client({ connectionString: url })
  await watching.connect()
  const became: Became[] = []
  const running = await Promise.all(all.map(one => begin(url, setUp, one)))
  try {
    for (let turn = 0; running.some(one => !one.done); turn++) {
      const free = running.filter(one => !one.done && !one.busy)
      const next = free[(turns[turn % turns.length] ?? 0) % Math.max(free.length, 1)]
      if (next) next.step(became)
      await settled(watching, running)
    }
  } finally {
    await Promise.all([watching.end(), ...running.map(one => one.client.end())])
  }
  return became
}

interface Running {
  readonly client: pg.Client
  readonly pid: number
  done: boolean
  busy: boolean
  step: (became: Became[]) => void
}

async function begin(url: string, setUp: readonly pg.QueryConfig[], one: Doing): Promise<Running> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  for (const statement of setUp) await client.query(statement)
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const left = [...one.statements]
  const running: Running = {
    client,
    pid: rows[0].pid,
    done: false,
    busy: false,
    step(became) {
      const statement = left.shift()
      running.busy = true
      client
        .query(statement ?? 'commit')
        .then(() => {
          if (statement) return
          running.done = true
          became.push({ name: one.name, committed: became.length })
        })
        .catch(async error => {
          running.done = true
          became.push({ name: one.name, refused: error.code })
          await client.query('rollback')
        })
        .finally(() => {
          running.busy = false
        })
    },
  }
  return running
}

/** Until each has answered or waits for another's lock. */
async function settled(watching: pg.Client, running: readonly Running[]): Promise<void> {
  for (;;) {
    const busy = running.filter(one => one.busy)
    if (busy.length === 0) return
    const { rows } = await watching.query(
      'select count(*)::int as waiting from unnest($1::int[]) pid where cardinality(pg_blocking_pids(pid)) > 0',
      [busy.map(one => one.pid)],
    )
    if (rows[0].waiting === busy.length && running.filter(one => one.busy).length === busy.length) return
    await wait(1)
  }
}
