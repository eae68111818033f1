import { resolve } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import type { Config } from './config.ts'
import { openConnection, openPool } from './kit/db/index.ts'
import { migrate } from './kit/migrate/index.ts'
import { checkDatabase, startEmbedded } from './kit/postgres/index.ts'
import type { Secrets } from './kit/secrets.ts'

const migrationsFolder = resolve(import.meta.dirname, '../db/migrations')

export interface Database {
  /** As the role that owns the tables: migrations, the queue of jobs, the demo. */
  readonly ownerUrl: string
  /** As the application's role. Everything a person does goes through this one. */
  readonly appUrl: string
  readonly elsewhere: string | undefined
  readonly stop: () => Promise<void>
}

/**
 * The database in its newest shape: the built-in server in the data folder, or the one DATABASE_URL names. When it
 * throws, or `signal` gives the start up, no server is left running.
 */
export async function openDatabase(config: Config, secrets: Secrets, signal: AbortSignal): Promise<Database> {
  const server = config.databaseUrl
    ? given(config.databaseUrl)
    : await startEmbedded({ folder: config.data, ownerPassword: secrets.databaseOwner, signal })
  try {
    const ownerUrl = config.databaseUrl ?? (await ensureDatabase(server.ownerUrl, 'lanyard'))
    await checkDatabase(ownerUrl, { signal })
    await bringUpToDate(ownerUrl, secrets.databaseApp)
    signal.throwIfAborted()
    return { ...server, ownerUrl, appUrl: asApp(ownerUrl, secrets.databaseApp) }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Lanyard's own migrations, and those of the queue of jobs. */
export async function bringUpToDate(ownerUrl: string, appPassword: string): Promise<void> {
  await migrate(ownerUrl, migrationsFolder, appPassword)
  const pool = openPool(ownerUrl, 2, 'lanyard migrations')
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) }).finally(() => pool.end())
}

/** The same server and database as the application's role. */
export function asApp(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = 'lanyard_app'
  url.password = password
  return url.href
}

const given = (ownerUrl: string) => ({ ownerUrl, elsewhere: undefined, stop: async () => {} })

async function ensureDatabase(url: string, name: string): Promise<string> {
  const client = await openConnection(url)
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length === 0) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}
