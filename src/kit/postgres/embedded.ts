import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { access, chown, readFile, rename, rm, statfs, unlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Sorry } from '../sorry.ts'
import { type Account, unprivilegedAccount } from './account.ts'
import { clearAfterFormer } from './former.ts'
import { diskFull, isAlive, lockFolder } from './lock.ts'
import { findPlace, makeOwned, type Place } from './place.ts'

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
}

const owner = 'lanyard_owner'
const serverSettings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=128MB',
  'log_min_messages=warning',
  'timezone=UTC',
]
/** A first start needs about 60 MB; less than this is a full disk as far as a database is concerned. */
const roomNeeded = 100 * 1024 * 1024

/**
 * Starts the PostgreSQL that comes with Lanyard on a cluster in the data folder, making the cluster first when there is
 * none. A server that an earlier, killed start has left running on the same cluster is taken over.
 */
export async function startEmbedded(wanted: Wanted): Promise<Embedded> {
  const account = await unprivilegedAccount()
  const place = await findPlace(wanted.folder, account)
  if (!(await exists(join(place.cluster, 'PG_VERSION')))) await makeCluster(wanted, place, account)
  const elsewhere = place.elsewhere ? place.cluster : undefined

  const left = await leftRunning(place.cluster)
  if (left) {
    const ownerUrl = urlOf(left.port, wanted.ownerPassword)
    await answering(ownerUrl, () => !isAlive(left.pid), place.cluster)
    return { ownerUrl, elsewhere, stop: () => stopped(left.pid) }
  }
  await clearAfterFormer(place.cluster)
  const port = await freePort()
  const server = launch(wanted, place, account, port)
  const ownerUrl = urlOf(port, wanted.ownerPassword)
  await answering(ownerUrl, () => server.exitCode !== null || server.signalCode !== null, place.cluster)
  return { ownerUrl, elsewhere, stop: () => stopped(server.pid as number) }
}

/**
 * A way into the database of a data folder for something that only looks: the server that runs on it now, left running
 * afterwards; or one started for as long as it takes. Undefined when the folder holds no database.
 */
export async function visitEmbedded(wanted: Wanted): Promise<Embedded | undefined> {
  const place = await findPlace(wanted.folder, await unprivilegedAccount())
  if (!(await exists(join(place.cluster, 'PG_VERSION')))) return undefined
  if (await leftRunning(place.cluster)) return { ...(await startEmbedded(wanted)), stop: async () => {} }
  const unlock = await lockFolder(wanted.folder)
  try {
    const server = await startEmbedded(wanted)
    return { ...server, stop: () => server.stop().finally(unlock) }
  } catch (error) {
    await unlock()
    throw error
  }
}

const urlOf = (port: number, password: string) => `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Made under another name and then renamed, so that a start that is interrupted leaves nothing half-made. */
async function makeCluster(
  { folder, ownerPassword }: Wanted,
  place: Place,
  account: Account | undefined,
): Promise<void> {
  const room = await statfs(folder)
  if (room.bavail * room.bsize < roomNeeded) throw diskFull(folder)
  const draft = `${place.cluster}.new`
  await rm(draft, { recursive: true, force: true })
  await makeOwned(draft, account)
  const passwordFile = `${draft}/password`
  await writeFile(passwordFile, `${ownerPassword}\n`, { mode: 0o600 })
  // initdb wants an empty folder: the cluster goes into one of its own inside the draft.
  if (account) await chown(passwordFile, account.uid, account.gid)
  const options = ['-D', `${draft}/cluster`, '-U', owner, '--pwfile', passwordFile, '--auth=scram-sha-256']
  const child = spawn(
    place.programs.initdb,
    [...options, '--encoding=UTF8', '--locale=C', '--no-instructions'],
    {
      ...as(account),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { LC_ALL: 'C' },
    },
  )
  let told = ''
  child.stderr?.on('data', chunk => {
    told += chunk
  })
  const code = await new Promise(resolve => child.on('close', resolve))
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true })
    if (/No space left/.test(told)) throw diskFull(folder)
    throw new Error(`PostgreSQL could not make its cluster: ${told.trim().split('\n').at(-1)}`)
  }
  await unlink(passwordFile)
  await rename(`${draft}/cluster`, place.cluster)
  await rm(draft, { recursive: true, force: true })
}

const as = (account: Account | undefined) => (account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {})

/** In a group of processes of its own, so that Ctrl-C in a terminal reaches it only through our own orderly stop. */
function launch(
  { folder, settings = [] }: Wanted,
  place: Place,
  account: Account | undefined,
  port: number,
): ChildProcess {
  const log = openSync(join(folder, 'postgres.log'), 'a', 0o600)
  const options = [...serverSettings, ...settings].flatMap(setting => ['-c', setting])
  const child = spawn(place.programs.postgres, ['-D', place.cluster, '-p', String(port), ...options], {
    ...as(account),
    detached: true,
    stdio: ['ignore', log, log],
    env: { LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(log)
  child.unref()
  return child
}

async function answering(url: string, gone: () => boolean, cluster: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(40)) {
    if (gone()) break
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    const up = await client.connect().then(
      () => true,
      (error: { code?: string }) => {
        if (error.code === '28P01')
          throw new Sorry(
            `The database in ${cluster} was made with other secrets. Put secrets.json back from your backup.`,
          )
        return false
      },
    )
    await client.end().catch(() => {})
    if (up) return
  }
  throw new Error(
    `the built-in PostgreSQL did not start; see postgres.log in the data folder (cluster ${cluster})`,
  )
}

/** The first line of postmaster.pid is the process, the fourth its port. It stays behind when a server is killed. */
async function leftRunning(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid || !port || !isAlive(pid)) return undefined
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => cluster)
  return command.includes(cluster) ? { pid, port } : undefined
}

/** Fast shutdown: open transactions are ended, everything committed is on disk. */
async function stopped(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (const until = Date.now() + 30_000; Date.now() < until; await wait(20)) if (!isAlive(pid)) return
  process.kill(pid, 'SIGQUIT')
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
