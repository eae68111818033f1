import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn } from '../../tests/setup/person.ts'
import { actorOf, cast } from '../demo/index.ts'
import { write } from '../records/index.ts'
import { eraseMessage, messageToErase } from './index.ts'

let house: TestHouse
let amira: Person
let sam: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'The bus' })
  await amira.go(`${at}/write`, { body: 'It leaves at 4pm.', key: crypto.randomUUID() })
  sam = await comesIn(house, 'sam')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const family = () => at.replace('/conversations/', '/family/')
const bodies = async (table: 'message' | 'waiting_message' | 'kept_words') =>
  (await house.database.asOwner(`select body from ${table} order by id`)).rows.map(({ body }) => body)
const fresh = async (table: Parameters<typeof bodies>[0], work: () => Promise<unknown>) => {
  const before = await bodies(table)
  await work()
  return (await bodies(table)).slice(before.length)
}
const says = (who: Person, where: string, key: string) => async (body: string) => {
  const answer = await who.post(`${where}/write`, { body, key })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('other words under a key that was used are another message; the same words, however often they come, are the one that is there', async () => {
  const say = says(amira, at, crypto.randomUUID())
  const written = ['First.', 'First.', 'Second.', 'Third.', 'First.', 'Second.', 'Third.', 'Second.']
  expect(
    await fresh('message', async () => {
      for (const body of written) await say(body)
    }),
  ).toEqual(['First.', 'Second.', 'Third.'])
})

test('so it is where ten others were sent meanwhile, and where several come at once', async () => {
  const key = crypto.randomUUID()
  const say = says(amira, at, key)
  await say('Long ago.')
  for (let n = 0; n < 11; n++) await says(amira, at, crypto.randomUUID())(`Between ${n}`)
  expect(
    (await fresh('message', () => Promise.all(['One', 'Long ago.', 'Two', 'One'].map(say)))).toSorted(),
  ).toEqual(['One', 'Two'])
  expect(await fresh('waiting_message', () => say('Do not tell your dad, it is our secret'))).toEqual([
    'Do not tell your dad, it is our secret',
  ])
  const { rows } = await house.database.asOwner(
    `select 1 from waiting_message w join message m using (agency_id, conversation_id, author_id, draft_key)`,
  )
  expect(rows).toEqual([])
})

test('danger in what a family writes under a used key leads to help, each time it comes; what was harmless does not', async () => {
  const say = says(sam, family(), crypto.randomUUID())
  const danger = 'I want to kill myself'
  const came = await fresh('message', async () => {
    expect(await say('See you.')).not.toContain('/help')
    for (const _ of ['first', 'again']) expect(await say(danger)).toContain('/help')
    expect(await say('See you.')).not.toContain('/help')
  })
  expect(came).toEqual(['See you.', danger])
})

test('words that are erased are not stored again under their key', async () => {
  const key = crypto.randomUUID()
  const say = says(amira, at, key)
  await say('Soon erased.')
  await house.sequence()
  const { rows } = await house.database.asOwner(`select id from message where draft_key = '${key}'`)
  await write(house.house.ground, actorOf('ellen'), async writer => {
    const message = await messageToErase(writer, rows[0].id)
    if (!message) throw new Error('may not')
    return eraseMessage(writer, message, 'Article 17: sent by mistake')
  })
  expect(await fresh('message', () => say('Soon erased.'))).toEqual([])
})

test('what could not go is kept, other words under its key too', async () => {
  const carys = await signedIn(house, 'carys')
  const shown = await (await carys.get(`/people/${cast.amira.id}`)).text()
  await carys.go(/\/people\/[0-9a-f-]+\/work\/[0-9a-f-]+\/end/.exec(shown)?.[0] ?? '', {})
  const say = says(sam, family(), crypto.randomUUID())
  expect(
    await fresh('kept_words', async () => {
      for (const body of ['Thank you.', 'Thank you.', 'And another thing.', 'And another thing.'])
        await say(body)
    }),
  ).toEqual(['Thank you.', 'And another thing.'])
})
