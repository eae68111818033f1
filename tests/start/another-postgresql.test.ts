import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asApp } from '../../src/database.ts'
import { agencies, cast } from '../../src/demo/index.ts'
import { allEvidence } from '../../src/evidence.ts'
import { describeSchema } from '../../src/kit/migrate/index.ts'
import { checkDatabase, isNewEnough } from '../../src/kit/postgres/index.ts'
import type { Secrets } from '../../src/kit/secrets.ts'
import { logKeys, verifyRecord } from '../../src/records/index.ts'
import { type Server, startServer } from './debian-postgres.ts'
import { begin, freshData, refusal } from './program.ts'

let server: Server
beforeAll(async () => {
  server = await startServer()
  console.log(`The other PostgreSQL is ${server.major}.`)
  // As a managed server gives it: a role that may make roles, and is no superuser.
  await server.ask(`create role keeper login createrole password 'keeper'`)
})
afterAll(() => server.stop())

const keeper = (database: string) => server.urlOf('keeper', 'keeper', database)

test('on another PostgreSQL, as a role that is no superuser: pages, migrations, the record, agencies apart', async () => {
  await server.ask('create database lanyard owner keeper')
  const data = await freshData()
  const ownerUrl = keeper('lanyard')
  const env = { DATABASE_URL: ownerUrl, LANYARD_DEMO: 'yes' }
  const program = await begin({ data, env })
  await program.ready()
  const page = await fetch(`${program.url}/sign-in`)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Work email address')])
  expect(existsSync(join(data, 'postgres'))).toBe(false)

  const ran = await server.ask('select name from migration order by number', 'lanyard')
  expect(ran.map(({ name }) => name)).toEqual((await readdir('db/migrations')).sort())

  await shapeIsTheSame()

  const secrets = JSON.parse(await readFile(join(data, 'secrets.json'), 'utf8')) as Secrets
  await agenciesApart(asApp(ownerUrl, secrets.databaseApp))
  await expect
    .poll(() => server.ask('select 1 from entry_pending', 'lanyard'), { timeout: 60_000 })
    .toEqual([])
  expect(await program.stop()).toEqual([])

  const keys = logKeys(secrets.master, program.url)
  const verified = await verifyRecord({ ownerUrl, keys, heads: join(data, 'witness'), evidence: allEvidence })
  expect(verified.problems).toEqual([])
  const [count] = await server.ask('select count(*)::int as entries from entry', 'lanyard')
  expect(count?.entries).toBeGreaterThan(30)

  const second = await begin({ data, env: { ...env, PORT: String(program.port) } })
  await second.ready()
  expect(await second.stop()).toEqual([])
})

/** The migrations give this version the same shape as they give the built-in one. */
async function shapeIsTheSame(): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf('chief', 'chief', 'lanyard') })
  await client.connect()
  const shape = await describeSchema(client).finally(() => client.end())
  expect(shape).toBe(await readFile('db/schema.sql', 'utf8'))
}

/** Raw SQL in one agency's place meets its people and nobody else's, and nobody's outside any agency. */
async function agenciesApart(appUrl: string): Promise<void> {
  const app = new pg.Client({ connectionString: appUrl })
  await app.connect()
  const people = async (agencyId: string) => {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true)`, [agencyId])
    const { rows } = await app.query<{ name: string }>('select name from person')
    await app.query('rollback')
    return rows.map(({ name }) => name)
  }
  const riverside = await people(agencies.riverside.id)
  expect(riverside).toContain(cast.amira.name)
  expect(riverside).not.toContain(cast.joan.name)
  expect(await people(agencies.hilltop.id)).toContain(cast.joan.name)
  expect((await app.query('select 1 from person')).rowCount).toBe(0)
  await expect(app.query('update entry set leaf = leaf')).rejects.toThrow(/permission denied/)
  await app.end()
}

test('a database that cannot be used is told in words: not there, not let in, not named, not allowed', async () => {
  const data = await freshData()
  const told = (DATABASE_URL: string) => refusal({ data, env: { DATABASE_URL } })
  const { host } = new URL(keeper('lanyard'))
  expect(await told('postgres://keeper:keeper@127.0.0.1:9/lanyard')).toBe(
    'The database at 127.0.0.1:9 cannot be reached. Is it running, and is DATABASE_URL right? (ECONNREFUSED)',
  )
  expect(await told(server.urlOf('keeper', 'wrong', 'postgres'))).toBe(
    `The database at ${host} did not accept the role or password in DATABASE_URL.`,
  )
  expect(await told(keeper('nowhere'))).toBe(
    `The server at ${host} has no database named nowhere. Create it, or change DATABASE_URL.`,
  )
  await server.ask(`create role guest login password 'guest'`)
  expect(await told(server.urlOf('guest', 'guest', 'postgres'))).toMatch(
    /^The role in DATABASE_URL may not do what Lanyard needs \(.+\)\. It must own its database and be allowed to create roles\.$/,
  )
  expect(await server.ask(`select 1 from pg_tables where schemaname = 'public'`)).toEqual([])
})

test('a role of the application’s name that may do too much is told', async () => {
  const data = await freshData()
  await server.ask('create database careless owner keeper')
  await server.ask(
    `do $$ begin create role lanyard_app; exception when duplicate_object then null; end $$; alter role lanyard_app bypassrls`,
  )
  expect(await refusal({ data, env: { DATABASE_URL: keeper('careless') } })).toBe(
    'The role lanyard_app may do more than the application should. Run: alter role lanyard_app nosuperuser nobypassrls nocreatedb nocreaterole',
  )
  await server.ask('alter role lanyard_app nobypassrls')
})

test('a PostgreSQL that is too old is told, with what it is and what is needed', async () => {
  const url = keeper('postgres')
  const least = server.major + 1
  const [name] = await server.ask(`select current_setting('server_version') as version`)
  await expect(checkDatabase(url, { least })).rejects.toThrow(
    `The database at ${new URL(url).host} is PostgreSQL ${name?.version}. Lanyard needs version ${least} or later.`,
  )
  await checkDatabase(url)
  expect([140_022, 150_000, 180_004].map(number => isNewEnough(number))).toEqual([false, true, true])
})

test('a data folder whose database another PostgreSQL has made is told, and left as it is', async () => {
  const data = await freshData()
  const cluster = join(data, 'postgres')
  await mkdir(data)
  await server.makeCluster(cluster)
  const before = await readdir(cluster)
  expect(await refusal({ data })).toMatch(
    new RegExp(
      `^The database in ${cluster} was made by PostgreSQL ${server.major}, and this Lanyard brings \\d+\\. `,
    ),
  )
  expect(await readdir(cluster)).toEqual(before)
})
