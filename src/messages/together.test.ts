import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn } from '../../tests/setup/person.ts'
import { actorOf, cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'
import { write } from '../records/index.ts'
import { conversationToWrite, sendMessage } from './index.ts'

let house: TestHouse
let amira: Person
let carys: Person
let jamie: Person
const places: string[] = []
beforeAll(async () => {
  house = await openHouse()
  ;[amira, carys] = [await signedIn(house, 'amira'), await signedIn(house, 'carys')]
  for (const subject of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'])
    places.push(await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject }))
  await amira.go(`${places[0]}/write`, { body: 'Hello Jamie', key: newId() })
  jamie = await comesIn(house, 'jamie')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const idOf = (place: string) => place.split('/').at(-1) ?? ''
const addressOf = (person: Person, place: string) =>
  person === jamie ? `/family/${idOf(place)}/write` : `${place}/write`

interface Said {
  readonly by: Person
  readonly place: string
  readonly body: string
  readonly key: string
}

const says = (by: Person, place: number, body: string, key: string = newId()): Said => ({
  by,
  place: places[place] as string,
  body,
  key,
})

/** Everything is sent in the same breath; the statuses of the answers, in their order. */
const send = (all: readonly Said[]): Promise<number[]> =>
  Promise.all(
    all.map(async ({ by, place, body, key }) => (await by.post(addressOf(by, place), { body, key })).status),
  )

/** Of messages by their words: whose they are, whose entry each has, and in which transaction it was stored. */
async function stored(like: string) {
  const { rows } = await house.database.asOwner(
    `select m.body, m.conversation_id, m.author_id, e.person_id, m.xmin::text as transaction
     from message m join entry e on e.agency_id = m.agency_id and e.id = m.entry_id where m.body like $1 order by m.body`,
    [like],
  )
  return rows as {
    body: string
    conversation_id: string
    author_id: string
    person_id: string
    transaction: string
  }[]
}

const idsOf = () =>
  new Map([
    [amira, cast.amira.id],
    [carys, cast.carys.id],
    [jamie, cast.jamie.id],
  ])
const transactions = (rows: readonly { transaction: string }[]) =>
  new Set(rows.map(one => one.transaction)).size

test('what several say at the same moment is stored together, each in their own name and where they said it', async () => {
  const all = Array.from({ length: 36 }, (_, n) =>
    says(
      [amira, carys, jamie][Math.floor(n / 6) % 3] as Person,
      n % 6,
      `Moment ${String(n).padStart(2, '0')}.`,
    ),
  )
  expect(await send(all)).toEqual(all.map(() => 303))
  const rows = await stored('Moment %')
  const ids = idsOf()
  expect(rows.map(one => [one.body, one.conversation_id, one.author_id, one.person_id])).toEqual(
    all.map(({ by, place, body }) => [body, idOf(place), ids.get(by), ids.get(by)]),
  )
  expect(transactions(rows)).toBeLessThan(36)
})

test('one that is refused is told why, and the others are stored', async () => {
  const all = Array.from({ length: 12 }, (_, n) =>
    says(n % 2 === 0 ? amira : carys, n % 6, n === 5 ? 'Refused: ring me on 07700 900123' : `Beside ${n}`),
  )
  expect(await send(all)).toEqual(all.map((_, n) => (n === 5 ? 409 : 303)))
  const rows = await stored('Beside %')
  expect(rows).toHaveLength(11)
  expect(transactions(rows)).toBeLessThan(11)
  expect(await stored('Refused%')).toHaveLength(0)
})

test('pressed four times at once, it is stored once', async () => {
  const key = newId()
  const all = [
    ...Array.from({ length: 8 }, (_, n) => says(carys, n % 6, `Pressed by Carys ${n}`)),
    ...Array.from({ length: 4 }, () => says(amira, 0, 'Pressed', key)),
  ]
  expect(await send(all)).toEqual(all.map(() => 303))
  expect((await stored('Pressed%')).map(({ body }) => body)).toEqual(
    [...new Set(all.map(({ body }) => body))].sort(),
  )
})

test('where somebody holds one conversation up the others do not wait for it; and where one is overtaken each is stored, once', async () => {
  const place = idOf(places[2] as string)
  const holder = new pg.Client({ connectionString: house.database.ownerUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select from conversation where id = $1 for update', [place])
  // Not by the page, and first in the queue for the conversation: it takes the number that the others have counted on.
  const overtaking = write(house.house.ground, actorOf('amira'), async writer => {
    const found = await conversationToWrite(writer, place)
    if (!found) throw new Error('Amira is not in it')
    return sendMessage(writer, found, { body: 'Held up: first', key: newId() })
  })
  await untilWaiting(1)
  const all = Array.from({ length: 12 }, (_, n) => says(n < 6 ? carys : jamie, n % 6, `Held up: ${n}`))
  const isHeld = (one: Said) => one.place === places[2]
  const held = send(all.filter(isHeld))
  expect(await send(all.filter(one => !isHeld(one)))).toEqual(Array(10).fill(303))
  await untilWaiting(2)
  await holder.query('commit')
  await holder.end()
  expect(await overtaking).toMatchObject({ danger: false })
  expect(await held).toEqual([303, 303])
  const rows = await stored('Held up%')
  expect(rows).toHaveLength(13)
  expect(new Set(rows.map(({ body }) => body)).size).toBe(13)
})

/** Until so many wait for a lock that somebody else has. */
async function untilWaiting(count: number): Promise<void> {
  for (let waiting = 0; waiting < count; await wait(5)) {
    const { rows } = await house.database.asOwner(
      `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    waiting = rows[0].count
  }
}
