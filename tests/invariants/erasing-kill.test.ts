import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies, cast } from '../../src/demo/index.ts'
import { allKept } from '../../src/kept.ts'
import { days, later } from '../../src/kit/clock.ts'
import { openPool } from '../../src/kit/db/index.ts'
import { retentionJobs } from '../../src/retention/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { signedIn } from '../setup/person.ts'

let house: TestHouse
let owner: pg.Client
const written = 130
beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  const amira = await signedIn(house, 'amira')
  const group = await amira.go('/notices/groups/new', { name: 'Club', who: `child:${cast.jamie.id}` })
  for (let number = 0; number < written; number++)
    await amira.go(`${group}/write`, {
      ...{ reaches: 'parents', subject: `Number ${number}`, body: 'The hall is closed.' },
      key: crypto.randomUUID(),
    })
}, 120_000)
afterAll(async () => {
  await owner.end()
  expect(house.faults).toEqual([])
  await house.close()
})

const count = async (sql: string): Promise<number> =>
  (await owner.query(`select count(*)::int as count from ${sql}`)).rows[0].count
const standing = () => count(`notice where body <> '(erased)'`)

/** A process of its own, as far as the database can see: its night ends when its connections are cut. */
async function aNight(name: string): Promise<void> {
  const pool = openPool(house.database.appUrl, 2, name)
  const clock = () => later(new Date(), days(20 * 365))
  await retentionJobs({ ...house.house.ground, pool, clock }, allKept)
    ['erase-what-is-due']()
    .catch(() => undefined)
  await pool.end().catch(() => undefined)
}

test('a night that is cut off again and again erases each thing once, counts what it erased, and the record holds', async () => {
  for (let cut = 0; cut < 6; cut++) {
    const night = aNight(`night ${cut}`)
    const until = Date.now() + 40 + 60 * cut
    while (Date.now() < until) await new Promise(done => setTimeout(done, 5))
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
      `night ${cut}`,
    ])
    await night
    // Whatever has happened by now, all of it is counted, and nothing twice.
    const { rows } = await owner.query(`select coalesce(sum(erased), 0)::int as counted from erasure_batch
      where kind = 'notice'`)
    expect(rows[0].counted).toBe(written - (await standing()))
  }
  // Two processes at once finish it.
  await Promise.all([aNight('one'), aNight('two')])
  await aNight('three')
  expect(await standing()).toBe(0)
  const erased = await count(`entry where event = 'record.erased' and agency_id = '${agencies.riverside.id}'`)
  expect(erased).toBe(written)
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
}, 120_000)
