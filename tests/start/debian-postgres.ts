import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { unprivilegedAccount } from '../../src/kit/postgres/account.ts'
import { freePort } from '../../src/kit/postgres/index.ts'
import { giveTo } from './account.ts'

/** Another PostgreSQL than the built-in one, on a cluster of its own on loopback, with a superuser `chief`. */
export interface Server {
  readonly major: number
  readonly urlOf: (role: string, password: string, database: string) => string
  /** Asks as the superuser. */
  readonly ask: (sql: string, database?: string) => Promise<Record<string, unknown>[]>
  /** Makes a cluster of its kind in a folder that is not there yet. */
  readonly makeCluster: (folder: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The oldest PostgreSQL that Debian's packages have put on this machine: 15 where bin/test.mjs can have it. */
function oldestPrograms(): { major: number; bin: string } {
  const packages = '/usr/lib/postgresql'
  const found = (existsSync(packages) ? readdirSync(packages) : [])
    .map(name => ({ major: Number(name), bin: join(packages, name, 'bin') }))
    .filter(({ major, bin }) => major >= 15 && existsSync(join(bin, 'initdb')))
    .sort((one, other) => one.major - other.major)[0]
  if (!found) throw new Error('These tests need another PostgreSQL. On Debian: apt-get install postgresql-15')
  return found
}

export async function startServer(): Promise<Server> {
  const { major, bin } = oldestPrograms()
  const account = await unprivilegedAccount()
  const home = await mkdtemp(join(tmpdir(), 'lanyard-postgres-'))
  await chmod(home, 0o755)
  giveTo(account, home)
  const as = account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {}
  const cluster = join(home, 'cluster')
  const makeCluster: Server['makeCluster'] = async folder => {
    const secret = join(home, 'secret')
    await writeFile(secret, 'chief\n', { mode: 0o600 })
    giveTo(account, secret, dirname(folder))
    const options = ['-D', folder, '-U', 'chief', '--pwfile', secret, '--auth=scram-sha-256', '--no-sync']
    const locale = ['--encoding=UTF8', '--locale=C']
    const made = spawnSync(join(bin, 'initdb'), [...options, ...locale], { ...as, encoding: 'utf8' })
    if (made.status !== 0) throw new Error(made.stderr)
  }
  await makeCluster(cluster)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', cluster, '-p', String(port), ...settings.flatMap(one => ['-c', one])],
    {
      ...as,
      stdio: 'ignore',
    },
  )
  const ended = new Promise(done => child.once('exit', done))
  const urlOf: Server['urlOf'] = (role, password, database) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  const ask: Server['ask'] = async (sql, database = 'postgres') => {
    const client = new pg.Client({ connectionString: urlOf('chief', 'chief', database) })
    await client.connect()
    return client
      .query(sql)
      .then(({ rows }) => rows ?? [])
      .finally(() => client.end())
  }
  for (let tries = 0; ; tries++) {
    const up = await ask('select 1').then(
      () => true,
      () => false,
    )
    if (up) break
    if (tries === 600 || child.exitCode !== null) throw new Error(`PostgreSQL ${major} did not start`)
    await wait(50)
  }
  return {
    major,
    urlOf,
    ask,
    makeCluster,
    async stop() {
      child.kill('SIGINT')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}
