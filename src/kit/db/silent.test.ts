import { connect, createServer, type Server, type Socket } from 'node:net'
import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/setup/database.ts'
import {
  type Db,
  MayHaveHappened,
  openPool,
  prepared,
  send,
  transaction,
  transactionTogether,
} from './index.ts'

// A line to the database that dies without a word: nothing comes through any more, and neither end hears that it is closed.

interface Line {
  readonly url: string
  /** From now on nothing comes through on the connections that there are. */
  readonly die: () => void
  readonly close: () => Promise<void>
}

let database: TestDatabase
let line: Line
let pool: pg.Pool
beforeAll(async () => {
  database = await freshDatabase()
  await database.asOwner('create table shelf (name text primary key)')
})
afterAll(() => database.drop())
beforeEach(async () => {
  line = await openLine(database.ownerUrl)
  pool = openPool(line.url, 1, 'silent', 1_500)
})
afterEach(async () => {
  await pool.end()
  await line.close()
})

async function openLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to)
  const ends = new Set<Socket>()
  const server: Server = createServer(near => {
    const far = connect(Number(port || 5432), hostname)
    near.pipe(far).pipe(near)
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => {})
    }
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const url = new URL(to)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as { port: number }).port)
  return {
    url: url.href,
    die() {
      for (const end of ends) {
        end.unpipe()
        end.pause()
      }
    },
    async close() {
      for (const end of ends) end.destroy()
      await new Promise(done => server.close(done))
    },
  }
}

const newShelf = prepared<{ name: string }>(row => sql`insert into shelf (name) values (${row.name})`)
const storing = (work: (db: Db) => void) =>
  transaction(pool, 'read write', {}, async db => {
    work(db)
    return { keep: true, value: undefined }
  })
const shelf = (name: string) => storing(db => send(db, newShelf, { name }))

test('what is asked on a line that has died is given up, all of it, and the next goes down another', async () => {
  await shelf('before')
  line.die()
  const asked = transaction(pool, 'read only', {}, async db => {
    const all = await Promise.allSettled([1, 2, 3].map(n => sql`select ${n}::int from shelf`.execute(db)))
    return { keep: false, value: all.map(({ status }) => status) }
  }).catch(error => error)
  expect(await asked).toBeInstanceOf(Error)
  expect(await asked).not.toBeInstanceOf(MayHaveHappened)
  expect(pool.totalCount).toBe(0)
  await shelf('after')
  expect((await pool.query('select name from shelf order by 1')).rows.map(({ name }) => name)).toEqual([
    'after',
    'before',
  ])
}, 30_000)

test('of a commit that had no answer it is said that nobody knows, alone and together; of what was never committed, that it failed', async () => {
  await shelf('known')
  line.die()
  await expect(shelf('lost')).rejects.toBeInstanceOf(MayHaveHappened)
  const both = () =>
    transactionTogether(
      pool,
      [1, 2].map(n => ({
        settings: { 'lanyard.person': `018f0000-0000-7000-8000-00000000000${n}` },
        work: async db => {
          send(db, newShelf, { name: `together ${n} ${crypto.randomUUID()}` })
          return { keep: true, value: n }
        },
      })),
    )
  expect(await both()).toHaveLength(2)
  line.die()
  await expect(both()).rejects.toBeInstanceOf(MayHaveHappened)
  await shelf('and on')
  line.die()
  const fault = transaction(pool, 'read write', {}, async db => {
    await sql`select name from shelf`.execute(db)
    return { keep: true, value: undefined }
  }).catch(error => error)
  expect(await fault).toBeInstanceOf(Error)
  expect(await fault).not.toBeInstanceOf(MayHaveHappened)
}, 30_000)
