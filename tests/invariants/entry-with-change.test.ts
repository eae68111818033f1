import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf } from '../../src/demo/index.ts'
import { newEntryId, record, type Writer, write } from '../../src/records/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'

let house: TestHouse
let owner: pg.Client
beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const happening = (event: `${string}.${string}`) =>
  ({
    event,
    about: [{ kind: 'test', id: crypto.randomUUID() }],
    cites: [],
    content: { tried: true },
  }) as const

const stored = async (event: string): Promise<number> => {
  const { rows } = await owner.query('select count(*)::int as count from entry where event = $1', [event])
  return rows[0].count
}

test('an entry that cannot be stored takes the whole change with it, and says why', async () => {
  const tries: boolean[] = []
  const change = write(house.house.ground, actorOf('amira'), async writer => {
    tries.push(writer.again)
    const id = newEntryId(writer)
    await record(writer, happening('test.collided'), { id })
    return record(writer, happening('test.collided'), { id })
  })
  await expect(change).rejects.toMatchObject({ code: '23505' })
  // It might have been another's key: it is tried twice more, and no more than that.
  expect(tries).toEqual([false, true, true])
  expect(await stored('test.collided')).toBe(0)
})

test('work that goes on behind a failed entry fails with what the entry failed with', async () => {
  const change = write(house.house.ground, actorOf('amira'), async (writer: Writer) => {
    const id = newEntryId(writer)
    await record(writer, happening('test.behind'), { id })
    const second = await record(writer, happening('test.behind'), { id })
    await writer.db.selectNoFrom(eb => eb.lit(1).as('one')).execute()
    return second
  })
  await expect(change).rejects.toMatchObject({ code: '23505' })
  expect(await stored('test.behind')).toBe(0)
})

test('a connection on which a change failed is as good as new for the next', async () => {
  for (let at = 0; at < 20; at++) {
    await write(house.house.ground, actorOf('amira'), writer => record(writer, happening('test.after')))
  }
  expect(await stored('test.after')).toBe(20)
})
