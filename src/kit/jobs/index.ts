import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import { type Db, prepared, send } from '../db/index.ts'
import { keepPresence, type Presence } from './left-behind.ts'

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

/** As enqueue, for many jobs of one task in one statement. */
export async function enqueueAll(
  db: Db,
  task: string,
  jobs: readonly {
    readonly payload: Readonly<Record<string, string>>
    readonly key: string
    readonly runAt: Date | null
  }[],
): Promise<void> {
  if (jobs.length === 0) return
  await sql`
    select enqueue(${task}, j.payload::json, j.key, j.run_at) from unnest(
      ${jobs.map(({ payload }) => JSON.stringify(payload))}::text[], ${jobs.map(({ key }) => key)}::text[],
      ${jobs.map(({ runAt }) => runAt)}::timestamptz[]) j(payload, key, run_at)`.execute(db)
}

// Asked in a condition that nothing meets, so that there is nothing to answer.
const together = prepared<{ task: string; payloads: readonly string[]; keys: readonly string[] }>(
  of => sql`select where not enqueue_together(${of.task}, ${of.payloads}::json[], ${of.keys})`,
)

/**
 * Has jobs run a few seconds after this commits: one for a key in each five seconds, however many ask for it in them, and nobody
 * waits for anybody who asks too. On its way then: without it nothing commits.
 */
export const enqueueTogether = (
  db: Db,
  task: string,
  jobs: readonly { readonly payload: Readonly<Record<string, string>>; readonly key: string }[],
): void =>
  send(db, together, {
    task,
    payloads: jobs.map(({ payload }) => JSON.stringify(payload)),
    keys: jobs.map(({ key }) => key),
  })

/** How long the queue waits before it begins anew, in milliseconds. */
const pause = 2000

/**
 * Runs the queue in this process; several processes share it. `pool` is the owner's. `crontab` is in graphile-worker's
 * form. `fault` hears of each failure; the job is tried again, ever later, twelve times. When PostgreSQL is away at the
 * moment a job ends, the queue begins anew, and that job is done once more when its lock has run out, after four hours. The
 * job of a process that was killed is done once more by whoever looks next (left-behind.ts).
 */
export async function runJobs(about: {
  readonly pool: pg.Pool
  readonly tasks: Readonly<Record<string, Task>>
  readonly crontab: string
  readonly fault: (error: unknown, about: string) => void
}): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  const presence = await keepPresence(about.pool)
  const begun = () => begin(about, presence)
  let runner = await begun()
  const goOn = async () => {
    for (;;) {
      await runner.promise.catch(() => {})
      if (stopping.signal.aborted) return
      about.fault(new Error('The queue of jobs ended, and begins anew.'), 'the queue of jobs')
      runner = await beginAnew(begun, stopping.signal)
    }
  }
  const gone = goOn().catch(() => {})
  return async () => {
    stopping.abort()
    // A queue that has ended by itself cannot be stopped, and need not be.
    await runner.stop().catch(() => {})
    await gone
    await presence.stop()
  }
}

/** The first that begins, tried every two seconds. Throws once it is to stop. */
async function beginAnew(begin: () => Promise<Runner>, signal: AbortSignal): Promise<Runner> {
  for (;;) {
    await wait(pause, undefined, { signal })
    const begun = await begin().catch(() => undefined)
    if (begun && signal.aborted) await begun.stop()
    if (begun) return begun
  }
}

async function begin(about: Parameters<typeof runJobs>[0], presence: Presence): Promise<Runner> {
  const taskList = Object.fromEntries(
    Object.entries(about.tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as never)]),
  ) as TaskList
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => void presence.here(workerPool.id).catch(() => {}))
  const runner = await run({
    events,
    pgPool: about.pool,
    taskList,
    crontab: about.crontab,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => () => {}),
    // Without a batch, graphile-worker waits for no answer when a job ends, and a failure there ends the whole process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
  runner.events.on('job:error', ({ error, job }) => about.fault(error, `job ${job.task_identifier}`))
  return runner
}
