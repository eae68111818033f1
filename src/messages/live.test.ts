import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { listening } from '../../tests/setup/stream.ts'
import { actorOf, cast } from '../demo/index.ts'
import { later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { write } from '../records/index.ts'
import { conversationToWrite } from './access.ts'
import { sendMessage } from './send-message.ts'

// What comes by a stream of a conversation: everything, once, whatever becomes of the line.

let house: TestHouse
let amira: Person
let sam: Person
let at: string
const family = () => at.replace('/conversations/', '/family/')
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'The first.', key: newId() })
  sam = await comesIn(house, 'sam')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const says = (body: string) => amira.go(`${at}/write`, { body, key: newId() })
const stored = async () =>
  (
    await house.database.asOwner('select id, body from message where conversation_id = $1 order by id', [
      at.split('/').at(-1),
    ])
  ).rows as { id: string; body: string }[]
const idOf = async (body: string) => (await stored()).find(one => one.body === body)?.id ?? ''

test('a message that was begun before another and stored after it comes all the same, and once', async () => {
  const stream = listening(await sam.get(`${family()}/live?after=${await idOf('The first.')}`))
  await says('The newer one.')
  await stream.until(({ data }) => data.includes('The newer one.'))
  // By a server whose clock is five seconds behind, or whose transaction took as long.
  const behind = { ...house.house.ground, clock: () => later(new Date(), -5_000) }
  await write(behind, actorOf('amira'), async writer => {
    const found = await conversationToWrite(writer, at.split('/').at(-1) ?? '')
    if (!found) throw new Error('no conversation')
    return sendMessage(writer, found, { body: 'The older one.', key: newId() })
  })
  const older = await stream.until(({ data }) => data.includes('The older one.'))
  expect(older.id < (await idOf('The newer one.'))).toBe(true)
  await says('The last one.')
  await stream.until(({ data }) => data.includes('The last one.'))
  const came = stream.messages()
  expect(new Set(came).size).toBe(came.length)
  await stream.close()
})

test('whoever comes back after a break is given all that they missed, in its order, however much it was', async () => {
  const before = listening(await sam.get(`${family()}/live?after=${await idOf('The last one.')}`))
  await says('Before the break.')
  const last = await before.until(({ data }) => data.includes('Before the break.'))
  await before.close()
  for (let number = 1; number <= 120; number++) await says(`Missed ${number}.`)
  const after = listening(await sam.get(`${family()}/live?after=${last.id}`))
  await after.until(({ data }) => data.includes('Missed 120.'))
  const all = (await stored()).filter(({ id }) => id > last.id).map(({ id }) => id)
  const came = after.messages()
  expect(came.filter(id => id > last.id)).toEqual(all)
  expect(new Set(came).size).toBe(came.length)
  await after.close()
})

test('that a message was read is told to its writer as it happens, once, and stands on their page', async () => {
  await says('Have you read this?')
  const words = async () => wordsOf(await (await amira.get(at)).text())
  expect(await words()).toContain('Nobody has read your last message here yet.')
  const stream = listening(await amira.get(`${at}/live`))
  await stream.until(({ data }) => data.includes('Have you read this?'))
  expect((await sam.get(family())).status).toBe(200)
  await stream.until(({ event }) => event === 'changed')
  expect(await words()).toContain(`Your last message has been read by ${cast.sam.name}.`)
  // Looking again at what they have read is told to nobody.
  const told = () => stream.heard.filter(({ event }) => event === 'changed').length
  const before = told()
  await sam.get(family())
  await sam.get(family())
  await new Promise(done => setTimeout(done, 300))
  expect(told()).toBe(before)
  await stream.close()
})

test('what its writer sent is marked for the page that it was written on; for nobody else', async () => {
  const key = newId()
  await amira.go(`${at}/write`, { body: 'With its key.', key })
  expect(await (await amira.get(at)).text()).toContain(`data-draft="${key}"`)
  expect(await (await sam.get(family())).text()).not.toContain(key)
})
