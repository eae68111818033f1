import { Logger, run, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '../db/index.ts'

/** What a job does. It may be run again after a failure, so it must be safe to run twice. */
export type Task = (payload: never) => Promise<void>

/**
 * Puts a job in the queue in this transaction: it runs once the transaction commits, and never if it does not.
 * With a `key`, a job that still waits under the same key is replaced.
 */
export async function enqueue(
  db: Db,
  job: {
    readonly task: string
    readonly payload: Readonly<Record<string, string>>
    readonly key?: string
    readonly runAt?: Date
  },
): Promise<void> {
  const { task, payload, key = null, runAt = null } = job
  await sql`select enqueue(${task}, ${JSON.stringify(payload)}::json, ${key}, ${runAt}::timestamptz)`.execute(
    db,
  )
}

/**
 * Runs the queue in this process; several processes share it. `pool` is the owner's. `crontab` is in graphile-worker's
 * form. `fault` hears of each failure; the job is tried again, ever later, twelve times.
 */
export async function runJobs(about: {
  readonly pool: pg.Pool
  readonly tasks: Readonly<Record<string, Task>>
  readonly crontab: string
  readonly fault: (error: unknown, about: string) => void
}): Promise<() => Promise<void>> {
  const taskList = Object.fromEntries(
    Object.entries(about.tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as never)]),
  ) as TaskList
  const runner = await run({
    pgPool: about.pool,
    taskList,
    crontab: about.crontab,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => () => {}),
  })
  runner.events.on('job:error', ({ error, job }) => about.fault(error, `job ${job.task_identifier}`))
  return () => runner.stop()
}
