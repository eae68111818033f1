import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'
import { makesKey, someWords } from '../setup/keys.ts'
import { Person, signedIn, wordsOf } from '../setup/person.ts'
import { secretFile } from '../setup/secrets.ts'
import { frontOf, newPlace, type Place, removePlace, type Server, startServer } from '../setup/server.ts'
import { type Listening, listening } from '../setup/stream.ts'

// Two started processes on one database, as on two machines: Amira comes by the first, Carys by the second.

let database: TestDatabase
let shared: string
let places: readonly [Place, Place]
let first: Server
let second: Server
beforeAll(async () => {
  database = await freshDatabase()
  shared = await mkdtemp(join(tmpdir(), 'lanyard-shared-'))
  const env = {
    DATABASE_URL: database.ownerUrl,
    LANYARD_URL: 'http://localhost:3000',
    LANYARD_SECRET_FILE: await secretFile(shared),
    LANYARD_WITNESS: join(shared, 'witness'),
  }
  places = [await newPlace(env), await newPlace(env)]
  first = await startServer(places[0])
  second = await startServer(places[1])
})
afterAll(async () => {
  await first.stop()
  await second.stop()
  await Promise.all(places.map(removePlace))
  await rm(shared, { recursive: true, force: true })
  await database.drop()
})

/** Milliseconds until what was said comes by a stream. */
async function arrives(say: () => Promise<unknown>, body: string, stream: Listening): Promise<number> {
  const from = Date.now()
  await say()
  return (await stream.until(({ data }) => data.includes(body))).at - from
}

test('what is written through one server is on a page open at the other within a second, both ways; and after one was killed', async () => {
  const [amira, carys] = [
    await signedIn(frontOf(places[0].url), 'amira'),
    await signedIn(frontOf(places[1].url), 'carys'),
  ]
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  const write = (who: typeof amira, body: string) => () => who.go(`${at}/write`, { body, key: newId() })
  const atFirst = listening(await amira.get(`${at}/live`))
  const atSecond = listening(await carys.get(`${at}/live`))
  await Promise.all([atFirst, atSecond].map(one => one.until(({ event }) => event === 'here')))

  expect(await arrives(write(amira, 'From the first.'), 'From the first.', atSecond)).toBeLessThan(1_000)
  expect(await arrives(write(carys, 'From the second.'), 'From the second.', atFirst)).toBeLessThan(1_000)

  await first.kill()
  // Amira's browser comes to the other server now, with the cookie that she has.
  const signed = [...amira.cookies]
  const there = await visitor(places[1].url, signed, at)
  expect(await arrives(write(carys, 'The first is gone.'), 'The first is gone.', there)).toBeLessThan(1_000)
  await atSecond.until(({ data }) => data.includes('The first is gone.'))

  // And the first, started anew, hears of what is written at the second.
  first = await startServer(places[0])
  const back = listening(await amira.get(`${at}/live`))
  await back.until(({ data }) => data.includes('The first is gone.'))
  expect(await arrives(write(carys, 'It is back.'), 'It is back.', back)).toBeLessThan(1_000)
  for (const stream of [atSecond, there, back]) {
    const came = stream.messages()
    expect(new Set(came).size).toBe(came.length)
    await stream.close()
  }
  const { rows } = await database.asOwner('select count(*)::int as count from message')
  expect(rows[0].count).toBe(4)
})

/** Somebody's stream at a server, with the cookies that they have from another. */
async function visitor(url: string, cookies: readonly [string, string][], at: string): Promise<Listening> {
  const cookie = cookies.map(([name, value]) => `${name}=${value}`).join('; ')
  return listening(await fetch(`${url}${at}/live`, { headers: { cookie }, redirect: 'manual' }))
}

test('a key that is unlocked through one server is unlocked at the other, and locked at both; neither says a word of it', async () => {
  const ellen = await signedIn(frontOf(places[0].url), 'ellen')
  await makesKey(ellen)
  const there = new Person(frontOf(places[1].url))
  for (const [name, value] of ellen.cookies) there.cookies.set(name, value)
  const isOpen = async (who: Person) =>
    wordsOf(await (await who.get('/sealing')).text()).includes('Lock it now')
  expect([await isOpen(ellen), await isOpen(there)]).toEqual([true, true])
  await there.go('/sealing/lock', {})
  expect([await isOpen(ellen), await isOpen(there)]).toEqual([false, false])
  await there.post('/sealing/unlock', { words: 'not the words that she chose' })
  await there.go('/sealing/unlock', { words: someWords })
  expect(await isOpen(there)).toBe(true)
  for (const server of [first, second])
    for (const word of [...someWords.split(' '), 'AGE-SECRET-KEY']) expect(server.said()).not.toContain(word)
})
