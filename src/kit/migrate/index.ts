import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { openConnection } from '../db/index.ts'
import { Sorry } from '../sorry.ts'

export { describeSchema } from './schema.ts'

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

// Any number, as long as every Lanyard uses the same one: two starts at once take turns.
const turn = 5_290_172_015

/**
 * Brings the database to the newest shape: runs what has not run of `folder`/NNNN-name.sql, in order, each in one
 * transaction with the row that says so. Throws Sorry for a migration that was edited or removed after it ran.
 * Also makes the application's role, with `appPassword`, and lets it in.
 */
export async function migrate(ownerUrl: string, folder: string, appPassword: string): Promise<number> {
  const client = await openConnection(ownerUrl, 'lanyard migrations')
  try {
    await client.query('select pg_advisory_lock($1)', [turn])
    await makeAppRole(client, appPassword)
    await client.query(`create table if not exists migration (
      number int primary key, name text not null, sha256 text not null, ran_at timestamptz not null default now())`)
    const all = await readMigrations(folder)
    const { rows } = await client.query<Migration>(
      'select number, name, sha256 from migration order by number',
    )
    checkHistory(all, rows)
    const owed = all.slice(rows.length)
    for (const migration of owed) await run(client, migration)
    return owed.length
  } catch (error) {
    throw notAllowed(error) ?? error
  } finally {
    await client.end().catch(() => {})
  }
}

/** In words, when it is the owner's role that may not do what a migration needs. */
function notAllowed(error: unknown): Sorry | undefined {
  const { cause = error } = error as Error
  if ((cause as { code?: string }).code !== '42501') return undefined
  return new Sorry(
    `The role in DATABASE_URL may not do what Lanyard needs (${(cause as Error).message}). It must own its database and be allowed to create roles.`,
  )
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(join(folder, name), 'utf8')
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      }
    }),
  )
}

function checkHistory(all: readonly Migration[], ran: readonly Omit<Migration, 'sql'>[]): void {
  ran.forEach((before, index) => {
    const now = all[index]
    if (now?.name !== before.name) {
      throw new Sorry(
        `The migration ${before.name} has run on this database, but this Lanyard does not have it. Use the Lanyard that made it, or a newer one.`,
      )
    }
    if (now.sha256 !== before.sha256) {
      throw new Sorry(
        `The migration ${before.name} was edited after it ran. Put it back as it was, and make the change in a new migration.`,
      )
    }
  })
}

async function run(client: pg.Client, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * The role the application works as: it owns nothing, and row-level security holds for it. Only a superuser may say so
 * again of a role that is there, so a role that is there is looked at instead.
 */
async function makeAppRole(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query(
    `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty from pg_roles where rolname = 'lanyard_app'`,
  )
  if (rows[0]?.mighty) {
    throw new Sorry(
      'The role lanyard_app may do more than the application should. Run: alter role lanyard_app nosuperuser nobypassrls nocreatedb nocreaterole',
    )
  }
  const verb = rows.length > 0 ? 'alter' : 'create'
  await client.query(`${verb} role lanyard_app login password ${client.escapeLiteral(password)}`)
  await client.query('grant usage on schema public to lanyard_app')
}
