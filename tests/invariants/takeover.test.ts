import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { allEvidence } from '../../src/evidence.ts'
import { newId } from '../../src/kit/ids.ts'
import { logKeys, verifyRecord } from '../../src/records/index.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'
import { signedIn } from '../setup/person.ts'
import { secretFile, testSecrets } from '../setup/secrets.ts'
import { frontOf, newPlace, type Place, removePlace, type Server, startServer } from '../setup/server.ts'

// Two started processes on one database, as on two machines: each has a data folder and a port of its own, and they share
// the secrets, the public address and the witness's folder.

let database: TestDatabase
let shared: string
let owner: pg.Client
let places: Place[]
/** Those that run now. */
let servers: Server[]
/** The conversation that the first test begins. */
let conversation: string
const url = 'http://localhost:3000'
/** How many logs have a newest checkpoint without a cosignature. */
const unwitnessed = `select count(*)::int as count from (select distinct on (agency_id) agency_id, size from checkpoint
     order by agency_id, size desc) newest
     where not exists (select from cosignature s where s.agency_id = newest.agency_id and s.size = newest.size)`

beforeAll(async () => {
  database = await freshDatabase()
  shared = await mkdtemp(join(tmpdir(), 'lanyard-shared-'))
  const env = {
    DATABASE_URL: database.ownerUrl,
    LANYARD_URL: url,
    LANYARD_SECRET_FILE: await secretFile(shared),
    LANYARD_WITNESS: join(shared, 'witness'),
  }
  places = [await newPlace(env), await newPlace(env)]
  servers = []
  for (const place of places) servers.push(await startServer(place))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  for (const server of servers) await server.stop()
  await Promise.all(places.map(removePlace))
  await rm(shared, { recursive: true, force: true })
  await database.drop()
})

/** The connection whose lock says who leads. */
async function leaders(): Promise<number[]> {
  const { rows } = await owner.query(
    `select l.pid from pg_locks l join pg_database d on d.oid = l.database
     join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and d.datname = current_database() and a.application_name = 'lanyard sequencer'`,
  )
  return rows.map(row => row.pid)
}

/** Milliseconds until nothing waits for the log any more. */
async function sequenced(): Promise<number> {
  const from = Date.now()
  for (; Date.now() - from < 20_000; await wait(20)) {
    const { rows } = await owner.query('select count(*)::int as count from entry_pending')
    if (rows[0].count === 0) return Date.now() - from
  }
  return Number.POSITIVE_INFINITY
}

test('when the process that keeps the logs dies, the other takes over, and the record holds', async () => {
  await sequenced()
  const before = await leaders()
  expect(before).toHaveLength(1)

  // Through the second process, while the first one keeps the logs.
  const second = frontOf(places[1]?.url ?? '')
  const amira = await signedIn(second, 'amira')
  conversation = await amira.go('/conversations/new', {
    whom: `child:${cast.jamie.id}`,
    subject: 'Thursday',
  })
  const write = (body: string) => amira.go(`${conversation}/write`, { body, key: newId() })
  await write('The first still keeps the logs.')
  expect(await sequenced()).toBeLessThan(5_000)
  expect(await leaders()).toEqual(before)

  await servers.shift()?.kill()
  await write('The first is gone.')
  expect(await sequenced()).toBeLessThan(10_000)
  const after = await leaders()
  expect(after).toHaveLength(1)
  expect(after).not.toEqual(before)

  await expectWitnessed()
})

/** The record holds, and in a moment the witness has cosigned all of it: that comes after the log is signed. */
async function expectWitnessed(): Promise<void> {
  const looked = () =>
    verifyRecord({
      ownerUrl: database.ownerUrl,
      keys: logKeys(testSecrets.master, url),
      heads: join(shared, 'witness'),
      evidence: allEvidence,
    })
  expect((await looked()).problems).toEqual([])
  const unwitnessed = async () =>
    (await looked()).agencies.filter(({ entries, witnessed }) => witnessed !== entries).length
  await expect.poll(unwitnessed, { timeout: 10_000 }).toBe(0)
}

test('the one who takes over has cosigned what the one before it only signed', async () => {
  // As it stands when a process ends between the two: the checkpoint is there, its cosignature is not.
  await owner.query(
    `delete from cosignature c where size = (select max(size) from checkpoint k where k.agency_id = c.agency_id)`,
  )
  const [place] = places
  await servers.pop()?.kill()
  servers.push(await startServer(place as Place))
  await expect.poll(async () => (await owner.query(unwitnessed)).rows[0].count, { timeout: 10_000 }).toBe(0)
})

const behind = async () => (await owner.query(unwitnessed)).rows[0].count

test('the one who takes over waits for what the database is still committing for the one before, and has that cosigned', async () => {
  await servers.pop()?.kill()
  // As a killed leader leaves it: it has its turn still, and what it sent last comes to stand only now.
  const former = new pg.Client({ connectionString: database.ownerUrl })
  await former.connect()
  await former.query('begin')
  await former.query('select pg_advisory_xact_lock(52901720, hashtext(id::text)) from agency')
  await former.query(
    `delete from cosignature c where size = (select max(size) from checkpoint k where k.agency_id = c.agency_id)`,
  )
  servers.push(await startServer(places[0] as Place))
  const waiting = `select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`
  await expect
    .poll(async () => (await owner.query(waiting)).rows[0].count, { timeout: 10_000 })
    .toBeGreaterThan(0)
  await former.query('commit')
  await former.end()
  expect(await behind()).toBeGreaterThan(0)
  await expect.poll(behind, { timeout: 10_000 }).toBe(0)
})

test('a witness that could not be asked is asked again, and no next entry is needed for it', async () => {
  const folder = join(shared, 'witness')
  await rename(folder, `${folder}.away`)
  await writeFile(folder, 'No folder.')
  // That a designated person reads somebody's conversation is an entry.
  const ellen = await signedIn(frontOf(places[0]?.url ?? ''), 'ellen')
  expect((await ellen.get(conversation)).status).toBe(200)
  expect(await sequenced()).toBeLessThan(10_000)
  await expect.poll(() => servers[0]?.said(), { timeout: 10_000 }).toContain('witness of riverside')
  expect(await behind()).toBe(1)
  await rm(folder)
  await rename(`${folder}.away`, folder)
  await expect.poll(behind, { timeout: 15_000 }).toBe(0)
  await expectWitnessed()
})

test('a Lanyard that moves to another address goes on with its logs as they are named', async () => {
  await servers.pop()?.stop()
  const place = places[0] as Place
  servers.push(await startServer({ ...place, env: { ...place.env, LANYARD_URL: 'http://moved.example' } }))
  const ben = await signedIn(frontOf(place.url), 'ben')
  await ben.go('/conversations/new', { whom: `child:${cast.rosa.id}`, subject: 'After the move' })
  expect(await sequenced()).toBeLessThan(10_000)
  await expect.poll(() => owner.query(unwitnessed).then(({ rows }) => rows[0].count)).toBe(0)
  await expectWitnessed()
})
