import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { type CastName, cast } from '../../demo/index.ts'
import { days, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'

let house: TestHouse
let passed = 0
beforeAll(async () => {
  house = await openHouse({ clock: () => later(new Date(), passed) })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const details = (id: string) => `/people/${id}/details`
const say = async (at: string, body: string, who: CastName = 'amira') =>
  (await signedIn(house, who)).go(`${at}/write`, { body, key: newId() })
const opened = async (child: string, who: CastName = 'amira') =>
  (await signedIn(house, who)).go('/conversations/new', { whom: `parents:${child}`, subject: 'Thursday' })
const linkTo = async (address: string) =>
  new URL(/https?:\S+/.exec((await house.mailbox.next(address, /\/f\//)).text)?.[0] ?? '').pathname
const lettersTo = (address: string) =>
  house.mailbox.all.filter(letter => letter.to === address && letter.text.includes('/f/')).length

test('a parent’s address is corrected: what went to the old one opens nothing, and the next message goes to the new one', async () => {
  const grace = await signedIn(house, 'grace')
  const at = await opened(cast.jamie.id)
  await say(at, 'We meet at 4pm.')
  const old = await linkTo(cast.sam.email ?? '')
  await grace.go(details(cast.sam.id), {
    name: 'Sam Taylor-Reed',
    email: 'sam.reed@family.example',
    phone: '07700 900123',
  })
  expect((await new Person(house).get(old)).status).toBe(404)
  expect(wordsOf(await (await grace.get(`/people/${cast.sam.id}`)).text())).toContain(
    'sam.reed@family.example',
  )
  await say(at, 'And bring a drink.')
  expect((await new Person(house).get(await linkTo('sam.reed@family.example'))).status).toBe(200)
})

test('somebody whose link ended before they looked gets another with the next message', async () => {
  const at = await opened(cast.jamie.id)
  await say(at, 'We meet at 5pm.')
  const path = await linkTo('sam.reed@family.example')
  const sam = new Person(house)
  await sam.post(path, { step: 'send' })
  await house.mailbox.next('sam.reed@family.example', /Your code is/)
  for (let tries = 0; tries < 5; tries++) await sam.post(path, { code: 'wrong' })
  expect((await sam.get(path)).status).toBe(404)
  await say(at, 'Are you coming?')
  expect((await sam.get(await linkTo('sam.reed@family.example'))).status).toBe(200)
})

test('a link that nobody opened is followed by another once it is too old, and not before', async () => {
  passed = -days(15)
  const at = await opened(cast.rosa.id, 'ben')
  await say(at, 'We meet at 6pm.', 'ben')
  await linkTo(cast.lucia.email ?? '')
  await say(at, 'At the back door.', 'ben')
  passed = 0
  expect(lettersTo(cast.lucia.email ?? '')).toBe(1)
  await say(at, 'Are you coming?', 'ben')
  expect((await new Person(house).get(await linkTo(cast.lucia.email ?? ''))).status).toBe(200)
  expect(lettersTo(cast.lucia.email ?? '')).toBe(2)
})

test('the address of staff who have joined is their sign-in, and stays; nobody but an administrator corrects anything', async () => {
  const grace = await signedIn(house, 'grace')
  await grace.go(details(cast.ben.id), { name: 'Ben Okafor', email: 'other@riverside-youth.example' })
  expect(wordsOf(await (await grace.get(`/people/${cast.ben.id}`)).text())).not.toContain('other@')
  await grace.go(details(cast.noor.id), { name: 'Noor Rahman', email: 'n.rahman@riverside-youth.example' })
  expect((await house.mailbox.next('n.rahman@riverside-youth.example', /\/invitation\//)).text).toContain(
    'Noor',
  )
  const taken = await grace.post(details(cast.noor.id), { name: 'Noor Rahman', email: cast.ben.email ?? '' })
  expect(taken.status).toBe(409)
  for (const name of ['carys', 'amira', 'ellen'] as const)
    expect((await (await signedIn(house, name)).get(details(cast.sam.id))).status).toBe(404)
})
