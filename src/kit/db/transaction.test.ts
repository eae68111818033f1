import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/setup/database.ts'
import { type Db, openPool, send, transaction } from './index.ts'

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await freshDatabase()
  pool = openPool(database.ownerUrl, 1)
  await pool.query(`create table shelf (name text primary key);
    create table book (id int primary key, shelf text not null references shelf deferrable initially deferred)`)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const shelf = (db: Db, name: string) => send(db, sql`insert into shelf (name) values (${name})`)
const book = (db: Db, id: number, on: string) =>
  send(db, sql`insert into book (id, shelf) values (${id}, ${on})`)
const storing = (work: (db: Db) => void, keep = true) =>
  transaction(pool, 'read write', {}, async db => {
    work(db)
    return { keep, value: undefined }
  })
const stored = async () =>
  (await pool.query('select name from shelf union all select id::text from book order by 1')).rows.map(
    ({ name }) => name,
  )

/** How often the server answers while this goes on. */
async function answers(work: () => Promise<unknown>): Promise<number> {
  const client = (await pool.connect()) as pg.PoolClient & pg.Client
  client.release()
  let count = 0
  const counted = () => void count++
  client.connection.on('readyForQuery', counted)
  await work()
  client.connection.off('readyForQuery', counted)
  return count
}

test('what is sent is stored with the commit; known to the server, all of it is one question with one answer', async () => {
  const both = (name: string, id: number) => () =>
    storing(db => {
      shelf(db, name)
      book(db, id, name)
    })
  const first = await answers(both('a', 1))
  const second = await answers(both('b', 2))
  expect(await stored()).toEqual(['1', '2', 'a', 'b'])
  // Opening it, two statements and the commit; then opening it, and the rest.
  expect([first, second]).toEqual([4, 2])
})

test('a statement that fails undoes all, says why, and leaves the connection as good as ever', async () => {
  const before = await stored()
  const twice = storing(db => {
    shelf(db, 'c')
    shelf(db, 'a')
    book(db, 3, 'c')
  })
  await expect(twice).rejects.toMatchObject({ code: '23505', table: 'shelf' })
  const nowhere = storing(db => book(db, 4, 'nowhere'))
  await expect(nowhere).rejects.toMatchObject({ code: '23503' })
  expect(await stored()).toEqual(before)
  await storing(db => shelf(db, 'd'))
  expect(await stored()).toContain('d')
})

test('what was sent before a fault, or before all is given up, never happens', async () => {
  const before = await stored()
  const fault = storing(db => {
    shelf(db, 'e')
    throw new Error('a fault')
  })
  await expect(fault).rejects.toThrow('a fault')
  await storing(db => shelf(db, 'f'), false)
  expect(await stored()).toEqual(before)
})

test('a value that cannot be written takes the whole transaction with it', async () => {
  const before = await stored()
  const unwritable = {
    toPostgres() {
      throw new Error('not to be written')
    },
  }
  const half = storing(db => {
    shelf(db, 'g')
    send(db, sql`insert into shelf (name) values (${unwritable})`)
  })
  await expect(half).rejects.toThrow()
  expect(await stored()).toEqual(before)
})

test('a question after what was sent is answered behind it', async () => {
  await transaction(pool, 'read write', {}, async db => {
    shelf(db, 'h')
    const { rows } = await sql`select name from shelf where name = 'h'`.execute(db)
    expect(rows).toEqual([{ name: 'h' }])
    return { keep: true, value: undefined }
  })
  expect(await stored()).toContain('h')
})
