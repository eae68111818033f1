import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '../../../tests/setup/database.ts'
import { openPool } from '../db/index.ts'
import { runJobs } from './index.ts'
import { keepPresence } from './left-behind.ts'

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

test('the job of a process that was killed is given back at once, and one of a process that is there is left alone', async () => {
  const database = await freshDatabase()
  const pool = openPool(database.ownerUrl, 8, 'lanyard jobs')
  const done: string[] = []
  const tasks = { left: async () => void done.push('left'), held: async () => void done.push('held') }
  await database.asOwner('select enqueue($1, $2, null, null), enqueue($3, $2, null, null)', [
    'left',
    '{}',
    'held',
  ])
  const locked = `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - interval '1 minute'
    where task_id = (select id from graphile_worker._private_tasks where identifier = $1)`
  const there = await keepPresence(pool)
  await there.here('worker-there')
  await database.asOwner(locked, ['left', 'worker-killed'])
  await database.asOwner(locked, ['held', 'worker-there'])
  const stop = await runJobs({ pool, tasks, crontab: '', fault: () => {} })
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['left'])
  await stop()
  await there.stop()
  await pool.end()
  await database.drop()
})
