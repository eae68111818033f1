import { setTimeout as wait } from 'node:timers/promises'
import type { TestDatabase } from './database.ts'
import type { TestHouse } from './house.ts'

type Database = Pick<TestDatabase, 'asOwner'>

/** Runs every job that time would bring, one after the other, always in the same order. */
export const everyJob = ({ database }: TestHouse): Promise<void> => everyJobOf(database)

/** The same where a server runs of which one has only the database. */
export async function everyJobOf(database: Database): Promise<void> {
  const { rows } = await database.asOwner(
    'select identifier from graphile_worker._private_known_crontabs order by identifier',
  )
  for (const { identifier } of rows) {
    await database.asOwner('select enqueue($1, $2::json, null, null)', [identifier, '{}'])
    await isEmpty(database, 0)
  }
  // Letters that several people are told by leave together, within seconds.
  await isEmpty(database, 10)
}

async function isEmpty(database: Database, seconds: number): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(20)) {
    const { rows: left } = await database.asOwner(
      `select count(*)::int as waiting from graphile_worker.jobs
        where attempts < max_attempts and run_at <= now() + make_interval(secs => $1)`,
      [seconds],
    )
    if (left[0]?.waiting === 0) return
  }
  throw new Error('the queue did not empty')
}
