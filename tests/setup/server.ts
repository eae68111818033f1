import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { formerServerGone, freePort } from '../../src/kit/postgres/index.ts'
import { loadSecrets } from '../../src/kit/secrets.ts'

/** Where a Lanyard of its own lives from one start to the next. */
export interface Place {
  readonly folder: string
  readonly url: string
  readonly port: number
  /** Settings beside those of the place. */
  readonly env?: Readonly<Record<string, string>>
}

/** The built Lanyard, running as npm start runs it. */
export interface Server {
  readonly pid: number
  /** Milliseconds from the start of the process until it said that it was there. */
  readonly took: number
  /** What it has said so far. */
  readonly said: () => string
  /** SIGKILL, and waits until the process is gone. Its PostgreSQL is left as it is. */
  readonly kill: () => Promise<void>
  /** As Ctrl-C: waits until it and its PostgreSQL are gone. */
  readonly stop: () => Promise<void>
}

// A first start makes a database and fills it; beside other work on the machine that takes its time.
const longestStart = 180_000

/** An empty data folder that PostgreSQL's own account can enter, and a free port that is kept from start to start. */
export async function newPlace(env: Readonly<Record<string, string>> = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-drill-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  return { folder, port, url: `http://localhost:${port}`, env }
}

/** Removes it, with whatever PostgreSQL still runs on it after its Lanyard was killed. */
export async function removePlace(place: Place): Promise<void> {
  const left = await postgresOf(place).catch(() => undefined)
  const command = await readFile(`/proc/${left?.pid}/cmdline`, 'utf8').catch(() => '')
  if (left && command.includes(place.folder)) process.kill(left.pid, 'SIGQUIT')
  await formerServerGone(join(place.folder, 'postgres'))
  await rm(place.folder, { recursive: true, force: true })
}

/** Starts Lanyard and answers once it says where it is. Throws what it said when it did not start. */
export async function startServer({ folder, port, env }: Place): Promise<Server> {
  const from = performance.now()
  const child = spawn(process.execPath, [resolve('dist/main.js')], {
    env: { PATH: process.env.PATH, PORT: `${port}`, LANYARD_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => (said += part))
  const gone = new Promise<void>(done => child.once('exit', () => done()))
  for (const until = Date.now() + longestStart; !said.includes('Lanyard is at'); await wait(5)) {
    if (isRunning(child) && Date.now() < until) continue
    child.kill('SIGKILL')
    const log = await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => '')
    throw new Error(`Lanyard did not start: ${said.trim()}\n${log.split('\n').slice(-12).join('\n')}`)
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  return {
    pid: child.pid ?? 0,
    took: Math.round(performance.now() - from),
    said: () => said,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

/** The process of a place's own PostgreSQL, and the owner's way into its database. */
export async function postgresOf({ folder }: Place): Promise<{ pid: number; ownerUrl: string }> {
  const lines = (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  const { databaseOwner } = await loadSecrets(join(folder, 'secrets.json'))
  return {
    pid: Number(lines[0]),
    ownerUrl: `postgres://lanyard_owner:${databaseOwner}@127.0.0.1:${Number(lines[3])}/lanyard`,
  }
}

/** A person's way to it: redirects are for the person to follow. */
export const frontOf = (url: string) => ({
  url,
  fetch: (request: Request): Promise<Response> => fetch(request, { redirect: 'manual' }),
})
