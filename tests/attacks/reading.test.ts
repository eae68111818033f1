import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, type Person, signedIn } from '../setup/person.ts'

// Somebody who may read what others say, on the record, and would rather it were not.

let house: TestHouse
let at: string
let message: string
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body: 'Words for few', key })
  const { rows } = await house.database.asOwner('select id from message where draft_key = $1', [key])
  message = rows[0]?.id
})
afterAll(async () => {
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  expect(house.faults).toEqual([])
  await house.close()
})

const readings = async () =>
  (await house.database.asOwner(`select count(*)::int as all from entry where event = 'conversation.read'`))
    .rows[0]?.all

test('whatever way a conversation’s words are shown to a designated person, the record says that they read it', async () => {
  const ellen = await signedIn(house, 'ellen')
  const erase = `${at}/messages/${message}/erase`
  const ways: readonly (readonly [string, (who: Person) => Promise<Response>])[] = [
    ['the page', who => who.get(at)],
    ['the page of erasing', who => who.get(erase)],
    ['the page of erasing, sent empty', who => who.post(erase, {})],
    ['the page of erasing, sent half', who => who.post(erase, { reason: 'Article 17' })],
  ]
  for (const [way, go] of ways) {
    const before = await readings()
    const shown = (await (await go(ellen)).text()).includes('Words for few')
    expect([way, shown, (await readings()) - before]).toEqual([way, true, 1])
  }
})
