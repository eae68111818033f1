import { spawn } from 'node:child_process'
import { chown, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Sorry } from '../sorry.ts'
import type { Account } from './account.ts'
import { makeOwned, type Place } from './place.ts'
import { checkRoom, diskFull, explained } from './trouble.ts'

export const owner = 'lanyard_owner'
/** A first start needs about 60 MB; less than this is a full disk as far as a database is concerned. */
const roomNeeded = 100 * 1024 * 1024

/** Makes the cluster when there is none. Throws Sorry when there is one of another version of PostgreSQL. */
export async function ensureCluster(
  place: Place,
  account: Account | undefined,
  password: string,
): Promise<void> {
  const files = await readdir(place.cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (files.length === 0) return makeCluster(place, account, password)
  const made = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (made === place.major) return
  throw new Sorry(
    made
      ? `The database in ${place.cluster} was made by PostgreSQL ${made}, and this Lanyard brings ${place.major}. Start it with the Lanyard that made it.`
      : `The folder ${place.cluster} holds no database. Move it away, or put the whole of it back from your backup.`,
  )
}

/** Made under another name and then renamed, so that a start that is interrupted leaves nothing half-made. */
async function makeCluster(place: Place, account: Account | undefined, password: string): Promise<void> {
  const home = dirname(place.cluster)
  await checkRoom(home, roomNeeded)
  const draft = `${place.cluster}.new`
  await rm(draft, { recursive: true, force: true })
  try {
    await makeOwned(draft, account)
    const passwordFile = `${draft}/password`
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    if (account) await chown(passwordFile, account.uid, account.gid)
    // initdb wants an empty folder: the cluster goes into one of its own inside the draft.
    await initdb(place, account, ['-D', `${draft}/cluster`, '--pwfile', passwordFile])
    await unlink(passwordFile)
    await rename(`${draft}/cluster`, place.cluster)
  } catch (error) {
    throw await explained(home, error)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function initdb(place: Place, account: Account | undefined, options: readonly string[]): Promise<void> {
  const usual = ['-U', owner, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions']
  const child = spawn(place.programs.initdb, [...options, ...usual], {
    ...as(account),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { LC_ALL: 'C' },
  })
  let told = ''
  child.stderr?.on('data', chunk => {
    told += chunk
  })
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve([code, signal]))
  })
  if (code === 0) return
  // A limit on the size of files ends a program that has nothing to say about it.
  if (signal === 'SIGXFSZ') throw diskFull(dirname(place.cluster))
  throw new Error(`PostgreSQL could not make its cluster: ${signal ?? ''}${told.trim()}`)
}

/** How a program of PostgreSQL's is run: never as root, and in a folder that any account may enter. */
export const as = (account: Account | undefined) =>
  account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {}
