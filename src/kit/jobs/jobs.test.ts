import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '../../../tests/setup/database.ts'
import { openPool } from '../db/index.ts'
import { runJobs } from './index.ts'

test('jobs go on after PostgreSQL was away at the moment one of them ended, and that is told', async () => {
  const database = await freshDatabase()
  const beside = new pg.Client({ connectionString: inject('serverUrl') })
  await beside.connect()
  const away = async (isAway: boolean) => {
    await beside.query(`alter database ${database.name} allow_connections ${!isAway}`)
    if (!isAway) return
    const connected = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1'
    await beside.query(connected, [database.name])
  }
  const done: string[] = []
  const faults: string[] = []
  const pool = openPool(database.ownerUrl, 6, 'lanyard jobs')
  const stop = await runJobs({
    pool,
    tasks: {
      first: async () => {
        done.push('first')
        await away(true)
      },
      second: async () => void done.push('second'),
    },
    crontab: '',
    fault: (_, about) => void faults.push(about),
  })
  const enqueued = (task: string) => database.asOwner('select enqueue($1, $2, null, null)', [task, '{}'])
  await enqueued('first')
  await expect.poll(() => faults, { timeout: 10_000 }).toContain('the queue of jobs')
  await wait(3000)
  await away(false)
  await enqueued('second')
  await expect.poll(() => done, { timeout: 20_000 }).toEqual(['first', 'second'])
  await stop()
  await pool.end()
  await beside.end()
  await database.drop()
})

test('the job of a process that was killed is given back at once, and one that is running is left alone', async () => {
  const database = await freshDatabase()
  const pools = [
    openPool(database.ownerUrl, 8, 'lanyard jobs'),
    openPool(database.ownerUrl, 8, 'lanyard jobs'),
  ]
  const done: string[] = []
  let end = (): void => {}
  const ended = new Promise<void>(resolve => (end = resolve))
  const tasks = {
    left: async () => void done.push('left'),
    long: () => {
      done.push('long')
      return ended
    },
  }
  const started = (pool: pg.Pool) => runJobs({ pool, tasks, crontab: '', fault: () => {} })
  const enqueued = (task: string) => database.asOwner('select enqueue($1, $2, null, null)', [task, '{}'])
  const lockedLongAgo = (task: string, by: string) =>
    database.asOwner(
      `update graphile_worker._private_jobs set locked_by = coalesce(locked_by, $2), locked_at = now() - interval '1 minute'
       where task_id = (select id from graphile_worker._private_tasks where identifier = $1)`,
      [task, by],
    )
  await enqueued('left')
  await lockedLongAgo('left', 'killed')
  const [first, second] = pools as [pg.Pool, pg.Pool]
  const stopFirst = await started(first)
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['left'])
  await enqueued('long')
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['left', 'long'])
  await lockedLongAgo('long', 'nobody')
  // A second process looks as it starts, and as often as it polls.
  const stopSecond = await started(second)
  await wait(3000)
  expect(done).toEqual(['left', 'long'])
  end()
  await Promise.all([stopFirst(), stopSecond()])
  await Promise.all(pools.map(pool => pool.end()))
  await database.drop()
})
