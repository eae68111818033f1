import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Sorry } from '../sorry.ts'
import { type Account, unprivilegedAccount } from './account.ts'

import { as, ensureCluster, owner } from './cluster.ts'
import { clearAfterFormer } from './former.ts'
import { findPlace, type Place } from './place.ts'
import { ends, isAlive } from './process.ts'
import { checkRoom, explained, troubleIn } from './trouble.ts'

export interface Embedded {
  /** As the cluster's owner, to the database `postgres`. */
  readonly ownerUrl: string
  /** The cluster's folder, when it could not be kept in the data folder. */
  readonly elsewhere: string | undefined
  readonly stop: () => Promise<void>
}

export interface Wanted {
  /** The data folder. It exists and is ours. */
  readonly folder: string
  readonly ownerPassword: string
  /** Extra `name=value` server settings: tests that throw their data away turn off syncing to disk. */
  readonly settings?: readonly string[]
  /** Gives the start up. Whatever was started by then is stopped again. */
  readonly signal?: AbortSignal
}

const serverSettings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=128MB',
  // A table that was empty a minute ago is looked over soon: until then its indexes look alike, and any may be read from end to end.
  'autovacuum_naptime=10s',
  'log_min_messages=warning',
  // What goes wrong, without the rows it went wrong over: those hold names and addresses.
  'log_error_verbosity=terse',
  'timezone=UTC',
]
/** PostgreSQL writes ahead in files of 16 MB; with less room than one it may stop at any moment. */
const roomNeeded = 16 * 1024 * 1024

/** A server that was started here, or found running. `trouble` is what kept it from coming up, in words, where known. */
interface Server {
  readonly pid: number
  readonly port: number
  readonly trouble: () => Promise<Sorry | undefined>
}

/**
 * Starts the PostgreSQL that comes with Lanyard on a cluster in the data folder, making the cluster first when there is
 * none. A server that an earlier, killed start has left running on the same cluster is taken over. Leaves no server
 * behind when it throws.
 */
export async function startEmbedded(wanted: Wanted): Promise<Embedded> {
  wanted.signal?.throwIfAborted()
  const account = await unprivilegedAccount()
  const place = await findPlace(wanted.folder, account)
  await ensureCluster(place, account, wanted.ownerPassword)
  wanted.signal?.throwIfAborted()
  const left = await leftRunning(place.cluster)
  if (!left) await clearAfterFormer(place.cluster)
  const server = left ?? (await launched(wanted, place, account))
  const ownerUrl = urlOf(server.port, wanted.ownerPassword)
  const stop = () => stopped(server.pid)
  try {
    await answering(ownerUrl, server, place.cluster, wanted.signal)
  } catch (error) {
    await stop()
    throw await explained(dirname(place.cluster), error)
  }
  return { ownerUrl, elsewhere: place.elsewhere ? place.cluster : undefined, stop }
}

/** A cluster's owner, to the database `postgres` of a server on this machine. */
export const urlOf = (port: number, password: string): string =>
  `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`

/** In a group of processes of its own, so that Ctrl-C in a terminal reaches it only through our own orderly stop. */
async function launched(wanted: Wanted, place: Place, account: Account | undefined): Promise<Server> {
  const home = dirname(place.cluster)
  await checkRoom(home, roomNeeded)
  const port = await freePort()
  const name = join(wanted.folder, 'postgres.log')
  const log = openSync(name, 'a', 0o600)
  const { size } = fstatSync(log)
  const options = [...serverSettings, ...(wanted.settings ?? [])].flatMap(setting => ['-c', setting])
  const child: ChildProcess = spawn(
    place.programs.postgres,
    ['-D', place.cluster, '-p', String(port), ...options],
    { ...as(account), detached: true, stdio: ['ignore', log, log], env: { LC_ALL: 'C', TZ: 'UTC' } },
  )
  closeSync(log)
  child.unref()
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
  return { pid: child.pid as number, port, trouble: () => troubleIn(name, size, home) }
}

/** Waits until the server lets us in. Throws when it ends, does not want our password, or takes more than a minute. */
async function answering(
  url: string,
  server: Server,
  cluster: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(40)) {
    signal?.throwIfAborted()
    if (!isAlive(server.pid)) break
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    const up = await client.connect().then(
      () => true,
      (error: { code?: string }) => {
        if (error.code === '28P01') throw otherSecrets(cluster)
        return false
      },
    )
    await client.end().catch(() => {})
    if (up) return
    // On a full disk it may stay up and let nobody in.
    const trouble = await server.trouble()
    if (trouble) throw trouble
  }
  throw (
    (await server.trouble()) ??
    new Error(
      `the built-in PostgreSQL did not start; see postgres.log in the data folder (cluster ${cluster})`,
    )
  )
}

const otherSecrets = (cluster: string) =>
  new Sorry(
    `The database in ${cluster} was made with other secrets. Put secrets.json back from your backup, or move that folder away to begin with an empty one.`,
  )

/** The first line of postmaster.pid is the process, the fourth its port. It stays behind when a server is killed. */
export async function leftRunning(cluster: string): Promise<Server | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid || !port || !isAlive(pid)) return undefined
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => cluster)
  return command.includes(cluster) ? { pid, port, trouble: async () => undefined } : undefined
}

/** Fast shutdown: open transactions are ended, everything committed is on disk. At once, when that takes too long. */
async function stopped(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    if (await ends(pid, patience)) return
  }
}

/** A port that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
