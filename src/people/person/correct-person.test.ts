import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agreementJobs } from '../../agreements/index.ts'
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

test('a child’s own number is held where texts or calls are agreed to, is nobody else’s, and is hidden from who works with them', async () => {
  const [grace, amira] = [await signedIn(house, 'grace'), await signedIn(house, 'amira')]
  const today = new Date().toISOString().slice(0, 10)
  const agreed = (yes: readonly string[]) =>
    grace.go(`/agreements/${cast.jamie.id}/enter`, {
      ...{ sent: '1', by: cast.sam.id, how: 'paper', on: today },
      ...{ last: new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10) },
      ...Object.fromEntries(yes.map(channel => [channel, 'yes'])),
    })
  const number = '07700 900654'
  const entering = { name: cast.jamie.name, email: cast.jamie.email ?? '' }
  expect(await (await grace.get(details(cast.jamie.id))).text()).toContain('name="phone"')
  const shared = await grace.post(details(cast.jamie.id), { ...entering, phone: '+44 7700 900123' })
  expect([shared.status, (await shared.text()).includes('+44 7700 900123')]).toEqual([409, true])
  await grace.go(details(cast.jamie.id), { ...entering, phone: number })
  // Nor is it given to a parent afterwards.
  const parents = await grace.post(details(cast.sam.id), {
    ...{ name: 'Sam Taylor-Reed', email: 'sam.reed@family.example', phone: number },
  })
  expect(parents.status).toBe(409)
  for (const page of [
    `/people/${cast.jamie.id}`,
    `/calls/numbers/${cast.jamie.id}`,
    `/calls/with/${cast.jamie.id}`,
  ])
    expect(await (await amira.get(page)).text()).not.toContain('900654')
  expect((await amira.post(`/calls/numbers/${cast.jamie.id}`, { reason: 'They are late' })).status).toBe(409)

  // Both are taken back: it cannot be entered, the database refuses it too, and by the next day it is held no longer.
  await agreed(['web', 'email'])
  const late = await grace.post(details(cast.jamie.id), { ...entering, phone: '07700 900655' })
  expect([late.status, wordsOf(await late.text())]).toEqual([409, expect.stringContaining('cannot be held')])
  await expect(
    house.database.asOwner(`update person set phone = '07700 900656' where id = $1`, [cast.jamie.id]),
  ).rejects.toMatchObject({ code: 'LY006' })
  await agreementJobs(house.house.ground)['owe-renewals']()
  const { rows } = await house.database.asOwner('select phone from person where id = $1', [cast.jamie.id])
  expect(rows).toEqual([{ phone: null }])
  expect(await (await grace.get(details(cast.jamie.id))).text()).not.toContain('name="phone"')
})
