import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/setup/database.ts'
import { ask, type Db, openPool, piece, prepared, send, transaction, transactionTogether } from './index.ts'

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

const newShelf = prepared<{ name: string }>(row => sql`insert into shelf (name) values (${row.name})`)
const newBook = prepared<{ id: number; on: string }>(
  row => sql`insert into book (id, shelf) values (${row.id}, ${row.on})`,
)
const shelf = (db: Db, name: string) => send(db, newShelf, { name })
const book = (db: Db, id: number, on: string) => send(db, newBook, { id, on })
const storing = (work: (db: Db) => void, keep = true, on = pool) =>
  transaction(on, 'read write', {}, async db => {
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
  // Opening it, two statements and the commit; then all of it at once.
  expect([first, second]).toEqual([4, 1])
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

const unwritable = {
  toPostgres(): string {
    throw new Error('not to be written')
  },
} as never

test('a value that cannot be written takes the whole transaction with it', async () => {
  const before = await stored()
  const half = storing(db => {
    shelf(db, 'g')
    send(db, newShelf, { name: unwritable })
  })
  await expect(half).rejects.toThrow()
  expect(await stored()).toEqual(before)
})

test('so it does on a connection that knows no statement yet, wherever it stands and though the commit itself is known', async () => {
  const before = await stored()
  const ends: Record<string, (db: Db) => void> = {
    last: db => {
      shelf(db, 'cold')
      send(db, newShelf, { name: unwritable })
    },
    first: db => {
      send(db, newShelf, { name: unwritable })
      shelf(db, 'cold')
    },
    'ahead of a question': db => {
      shelf(db, 'cold')
      send(db, newShelf, { name: unwritable })
      void ask(db, shelves, { like: '%' }).catch(() => {})
    },
  }
  for (const knowsCommit of [false, true])
    for (const [name, end] of Object.entries(ends)) {
      const cold = openPool(database.ownerUrl, 1)
      if (knowsCommit) await storing(() => {}, true, cold)
      await expect(storing(end, true, cold), name).rejects.toThrow('not to be written')
      expect([name, await stored()]).toEqual([name, before])
      await storing(db => shelf(db, 'warm'), true, cold)
      await pool.query(`delete from shelf where name = 'warm'`)
      await cold.end()
    }
})

test('whoever sends more behind what was refused hears why that was, and not that it came behind it', async () => {
  const before = await stored()
  const work = async (db: Db) => {
    const refused = sql`insert into shelf (name) values ('a')`.execute(db)
    refused.catch(() => {})
    await new Promise(done => setImmediate(done))
    shelf(db, 'behind')
    const asked = ask(db, shelves, { like: '%' }).catch(() => {})
    await Promise.all([refused, asked])
    return { keep: true, value: undefined }
  }
  for (const _ of ['first', 'known'])
    await expect(transaction(pool, 'read write', {}, work)).rejects.toMatchObject({ code: '23505' })
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

const reading = <T>(settings: Readonly<Record<string, string>>, work: (db: Db) => Promise<T>): Promise<T> =>
  transaction(pool, 'read only', settings, async db => ({ keep: true, value: await work(db) }))

const half = piece<{ n: number }, number>(of => sql`select ${of.n}::int / 2 where ${of.n}::int > 0`)
const inverse = piece<{ n: number }, number>(of => sql`select 12 / ${of.n}::int`)
const words = piece<{ a: string; b: string }, string[]>(
  of => sql`select to_json(array[${of.b}::text, ${of.a}, ${of.b}])`,
)

test('pieces asked for at the same time leave as one statement, and each has its own answer', async () => {
  const asking = () =>
    reading({}, db =>
      Promise.all([ask(db, half, { n: 8 }), ask(db, words, { a: 'one', b: 'two' }), ask(db, half, { n: 0 })]),
    )
  const right = [4, ['two', 'one', 'two'], undefined]
  const first = await answers(async () => expect(await asking()).toEqual(right))
  const second = await answers(async () => expect(await asking()).toEqual(right))
  // Opening it, the one statement, and the commit; then the commit alone by itself.
  expect([first, second]).toEqual([3, 2])
})

test('a piece that fails takes those asked with it, and the transaction; the next is as good as ever', async () => {
  const asking = (n: number) =>
    reading({}, async db => {
      const all = await Promise.allSettled([ask(db, half, { n: 8 }), ask(db, inverse, { n })])
      return all.map(one => (one.status === 'fulfilled' ? one.value : (one.reason as { code: string }).code))
    })
  await expect(asking(0)).rejects.toMatchObject({ code: '22012' })
  for (const _ of ['first', 'known']) expect(await asking(3)).toEqual([4, 4])
  await expect(asking(0)).rejects.toMatchObject({ code: '22012' })
  expect(await asking(2)).toEqual([4, 6])
})

const shelves = piece<{ like: string }, number>(
  of => sql`select count(*)::int from shelf where name like ${of.like}`,
)

test('a piece is asked behind what was sent before it, and ahead of what is sent after it', async () => {
  const before = await stored()
  await transaction(pool, 'read write', {}, async db => {
    shelf(db, 'piece 1')
    const one = ask(db, shelves, { like: 'piece %' })
    shelf(db, 'piece 2')
    const two = ask(db, shelves, { like: 'piece %' })
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from shelf where name like 'piece %'`.execute(db)
    expect([await one, await two, rows[0]?.n]).toEqual([1, 2, 2])
    return { keep: false, value: undefined }
  })
  expect(await stored()).toEqual(before)
})

test('the settings of a transaction hold in it, and are gone behind it; they are uuids or nothing', async () => {
  const mine = '018f0000-0000-7000-8000-00000000000a'
  const now = async (db: Db) =>
    (await sql<{ mine: string }>`select current_setting('lanyard.agency', true) as mine`.execute(db)).rows[0]
      ?.mine
  for (const _ of ['first', 'known'])
    expect(await reading({ 'lanyard.agency': mine, 'lanyard.person': '' }, now)).toBe(mine)
  expect((await reading({}, now)) || undefined).toBeUndefined()
  const { rows } = await pool.query(`select current_setting('lanyard.agency', true) as mine`)
  expect(rows[0].mine || undefined).toBeUndefined()
  await expect(reading({ 'lanyard.agency': `${mine}'; drop table shelf; --` }, now)).rejects.toThrow(
    'must be a uuid',
  )
})

const mine = (at: number) => `018f0000-0000-7000-8000-00000000000${at}`
const whose = piece<Record<never, never>, string>(() => sql`select current_setting('lanyard.person', true)`)
const newMine = prepared<{ name: string }>(
  row => sql`insert into shelf (name) values (${row.name} || current_setting('lanyard.person', true))`,
)
const together = (works: readonly ((db: Db) => Promise<boolean>)[]) =>
  transactionTogether(
    pool,
    works.map((work, at) => ({
      settings: { 'lanyard.person': mine(at) },
      work: async db => ({ keep: await work(db), value: at }),
    })),
  )

test('what is done together is one transaction, in which each asks and stores under its own settings', async () => {
  const before = await stored()
  const heard: string[] = []
  const works = [3, 1, 2]
  const work = (rounds: number) => async (db: Db) => {
    for (let round = 0; round < rounds; round++) {
      heard.push(`${rounds} ${round} ${await ask(db, whose, {})}`)
      send(db, newMine, { name: `together ${rounds} ${round} ` })
    }
    return true
  }
  for (const _ of ['first', 'known']) {
    expect(await together(works.map(work))).toHaveLength(3)
    const fresh = (await stored()).filter(name => !before.includes(name))
    const right = works.flatMap((rounds, at) =>
      Array.from({ length: rounds }, (_, round) => `together ${rounds} ${round} ${mine(at)}`),
    )
    expect(fresh).toEqual(right.sort())
    expect(heard.splice(0).sort()).toEqual(right.map(one => one.replace('together ', '')).sort())
    await pool.query(`delete from shelf where name like 'together%'`)
  }
})

test('where one of them fails, throws or gives up what it has done, nothing of any has happened', async () => {
  const before = await stored()
  const fine = async (db: Db) => {
    shelf(db, 'fine')
    return true
  }
  const ends: Record<string, (db: Db) => Promise<boolean>> = {
    fails: async db => {
      shelf(db, 'a')
      return true
    },
    throws: async () => {
      throw new Error('a fault')
    },
    'gives up what was stored before it asked': async db => {
      shelf(db, 'given up')
      await ask(db, whose, {})
      return false
    },
    'gives up what it did by asking': async db => {
      await sql`insert into shelf (name) values ('given up')`.execute(db)
      return false
    },
  }
  for (const [name, end] of Object.entries(ends))
    for (const works of [
      [fine, end],
      [end, fine],
    ])
      expect([name, await together(works)]).toEqual([name, undefined])
  expect(await stored()).toEqual(before)
})

test('one that asks, and keeps nothing of what it would have sent, is no reason to undo the others', async () => {
  const asks = async (db: Db) => {
    await sql`select name from shelf`.execute(db)
    const somebodyElse = (await ask(db, whose, {})) === 'somebody else'
    shelf(db, 'taken back')
    return somebodyElse
  }
  const keeps = async (db: Db) => {
    shelf(db, 'kept beside')
    return true
  }
  expect(await together([asks, keeps])).toEqual([
    { keep: false, value: 0 },
    { keep: true, value: 1 },
  ])
  expect(await stored()).toContain('kept beside')
  expect(await stored()).not.toContain('taken back')
})

test('behind its end nothing more is said in a transaction: the connection is somebody else’s then', async () => {
  let late: Db | undefined
  await storing(db => {
    late = db
  })
  expect(() => shelf(late as Db, 'late')).toThrow('has ended')
  await expect(ask(late as Db, whose, {})).rejects.toThrow('has ended')
  await expect(sql`select 1`.execute(late as Db)).rejects.toThrow('has ended')
})
