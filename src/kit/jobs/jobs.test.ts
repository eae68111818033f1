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
