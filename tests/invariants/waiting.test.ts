import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { days, later } from '../../src/kit/clock.ts'
import { openPool } from '../../src/kit/db/index.ts'
import { messageJobs } from '../../src/messages/index.ts'
import type { Ground } from '../../src/records/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, type Person, signedIn } from '../setup/person.ts'

let house: TestHouse
let amira: Person
let carys: Person
let at: string
const pools: pg.Pool[] = []
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  for (const pool of pools) await pool.end()
  expect(house.faults).toEqual([])
  await house.close()
})

const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows

/** A process of its own, as far as the database can see. */
function anotherProcess(name: string): Ground {
  const pool = openPool(house.database.appUrl, 4, name)
  pools.push(pool)
  return { ...house.house.ground, pool }
}

/** What Amira writes and is held; its id. */
async function held(number: number): Promise<string> {
  const body = `Secret ${number}: it stays our secret, do not tell your mum`
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body, key })
  return (await rows('select id from waiting_message where body = $1', [body]))[0]?.id
}

const endsOf = (ids: readonly string[]) =>
  rows(
    `select w.id, array_agg(s.step order by s.at) filter (where s.step in ('sent', 'withdrawn', 'not-sent', 'sent-back')) as ends,
       (select count(*)::int from message m where m.draft_key = w.draft_key) as messages
     from waiting_message w left join waiting_step s on s.waiting_id = w.id where w.id = any($1::uuid[]) group by w.id, w.draft_key`,
    [ids],
  )

test('released once by two processes at once, and withdrawn or sent, never both', async () => {
  const [one, two] = [anotherProcess('release one'), anotherProcess('release two')]
  const ids: string[] = []
  for (let number = 0; number < 8; number++) ids.push(await held(number))
  const take = (who: Person, id: string, step: string) =>
    who.post(`/conversations/waiting/${id}`, { step, when: 'in-hours', word: '' })
  const minute = (ground: Ground) => messageJobs(ground)['release-messages']()
  await Promise.all(
    ids.map(async (id, number) => {
      const letGo = take(carys, id, 'let-go')
      if (number % 2) await take(amira, id, 'withdrawn')
      await letGo
      await Promise.all([minute(one), minute(two)])
    }),
  )
  await Promise.all([minute(one), minute(two)])
  for (const { ends, messages } of await endsOf(ids)) {
    expect(ends).toHaveLength(1)
    expect([ends[0], messages]).toEqual(ends[0] === 'sent' ? ['sent', 1] : ['withdrawn', 0])
  }
})

/** Opening hours on one day of the week alone, three days from now. */
async function openInThreeDays(): Promise<void> {
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
  const day = names[later(new Date(), days(3)).getUTCDay()] ?? 'monday'
  const grace = await signedIn(house, 'grace')
  await grace.go('/organisation/hours', { when: 'hours', [day]: '9am to 5pm', closed: '' })
}

test('sent once each, whenever the connections of the processes that send them are cut', async () => {
  await openInThreeDays()
  const bodies = Array.from({ length: 12 }, (_, number) => `We meet at the gate, number ${number}`)
  for (const body of bodies) {
    const key = hiddenOn(await (await amira.get(at)).text(), 'key')
    await amira.go(`${at}/write`, { body, key })
  }
  const waiting = await rows('select id, goes_at from waiting_message where body = any($1)', [bodies])
  expect(waiting).toHaveLength(bodies.length)
  const clock = () => later(waiting[0]?.goes_at, 60_000)
  const cut = setInterval(
    () =>
      void rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'cut %' and datname = current_database()`,
      ),
    15,
  )
  const processes = ['cut one', 'cut two'].map(name => ({ ...anotherProcess(name), clock }))
  let cuts = 0
  const startedAgain = async (ground: Ground) => {
    for (let tries = 0; tries < 30; tries++)
      await messageJobs(ground)
        ['release-messages']()
        .catch(() => {
          cuts++
        })
  }
  await Promise.all(processes.map(startedAgain))
  clearInterval(cut)
  // The next to start finds whatever is left.
  await messageJobs({ ...anotherProcess('whole'), clock })['release-messages']()
  expect(cuts).toBeGreaterThan(0)
  for (const { ends, messages } of await endsOf(waiting.map(({ id }) => id)))
    expect([ends, messages]).toEqual([['sent'], 1])
})
