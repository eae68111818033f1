import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Config, readConfig } from './config.ts'
import { type Database, openDatabase } from './database.ts'
import { ensureFolder } from './kit/folder.ts'
import { explained, lockFolder } from './kit/postgres/index.ts'
import { loadSecrets } from './kit/secrets.ts'
import { Sorry } from './kit/sorry.ts'
import { listen } from './listen.ts'
import type { Opened } from './open-house.ts'

/** What has been opened, to be closed in the opposite order. */
const closing: (() => Promise<void> | void)[] = []
/** How long anything but the database may take to close: a mail server that does not answer must not keep us. */
const patience = 5_000

/** What is tried first is what costs nothing to give up: a start that is refused leaves nothing half-made. */
async function start(signal: AbortSignal): Promise<void> {
  const config = readConfig(process.env)
  try {
    closing.push(await lockFolder(config.data))
    const listening = await listen(config)
    closeSoon(listening.close)
    // Read from disk while PostgreSQL starts, and not before the settings and the folder are known to be right.
    const house = import('./open-house.ts')
    house.catch(() => {})
    await ensureFolder(config.witness, 'LANYARD_WITNESS')
    const secrets = await loadSecrets(config.secretFile)
    const database = await openDatabase(config, secrets, signal)
    closing.push(database.stop)
    const { openHouse } = await house
    const opened = await openHouse({ config, secrets, database, signal, closeSoon, fault })
    listening.answer(opened.fetch)
    tell(config, database, opened.demo)
  } catch (error) {
    throw await explained(config.data, error)
  }
}

/** To be closed when Lanyard stops, without waiting for it longer than our patience lasts. */
const closeSoon = (close: () => Promise<void> | void) =>
  closing.push(() => Promise.race([close(), wait(patience, undefined, { ref: false })]))

const fault = (error: unknown, reference: string, about: string): void => {
  // Never what a person typed: a message of ours or of the database's may quote it, so only its kind and place are told.
  const { name, stack } = error instanceof Error ? error : new Error('not an error')
  const code = (error as { code?: string }).code
  console.error(`${new Date().toISOString()} fault ${reference} ${about}: ${name}${code ? ` ${code}` : ''}`)
  console.error(
    (stack ?? '')
      .split('\n')
      .filter(line => /^\s+at /.test(line))
      .slice(0, 8)
      .join('\n'),
  )
}

function tell(config: Config, database: Database, demo: Opened['demo']): void {
  if (database.elsewhere)
    console.log(`The database is kept in ${database.elsewhere}, as its account cannot enter ${config.data}.`)
  console.log(`Lanyard is at ${config.url}`)
  if (!demo) return
  console.log(`This is a demo: everybody in it is invented. Sign in as amira.haddad@riverside-youth.example (a worker),
  carys.powell@… (a manager), ellen.fraser@… (the designated person), grace.lin@… (the administrator).
  Everybody's password is ${demo.password}; you set up the second step on your own phone.
  Mail is written to ${join(config.data, 'mail')}. Stop with Ctrl-C.`)
}

const stopping = new AbortController()
const starting = start(stopping.signal)

/** Asked while it starts, it first finishes the step in hand. Asked more than once, it stops once. */
async function stop(code: number): Promise<void> {
  if (stopping.signal.aborted) return
  stopping.abort()
  await starting.catch(() => {})
  for (const close of closing.reverse()) await Promise.resolve(close()).catch(() => {})
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

starting.catch(async error => {
  if (stopping.signal.aborted) return
  console.error(error instanceof Sorry ? error.message : error)
  await stop(1)
})
