import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, demoPassword } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { codeFor, hiddenOn, Person, wordsOf } from '../setup/person.ts'
import { emailOf, withApp } from '../setup/sign-in.ts'

// Counts are kept by the quarter and the hour: the clock starts where one begins, so that no test runs over an edge.
const began = Date.now()
const top = Math.floor(began / 3_600_000) * 3_600_000
const clock = () => new Date(top + Date.now() - began)

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ clock })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const wrong = (email: string) =>
  new Person(house).post('/sign-in', { email, password: 'not the password at all' })
const times = async (count: number, work: () => Promise<Response>): Promise<number[]> => {
  const all: number[] = []
  for (let time = 0; time < count; time++) all.push((await work()).status)
  return all
}

test('eleven wrong passwords pause one person and nobody beside them, and the page says what to do', async () => {
  const spellings = [emailOf('grace'), emailOf('grace').toUpperCase(), ` ${emailOf('grace')} `]
  let at = 0
  expect(await times(10, () => wrong(spellings[at++ % 3] ?? ''))).toEqual(Array(10).fill(422))
  const paused = await wrong(emailOf('grace'))
  expect([paused.status, paused.headers.get('retry-after')]).toEqual([429, '900'])
  const page = await paused.text()
  expect(wordsOf(page)).toContain('Try again in 15 minutes')
  expect(wordsOf(page)).toContain('You need not wait: choose a new one')
  expect(page).toContain('href="/sign-in/forgotten"')
  expect(wordsOf(page)).toContain('Get help now')
  // The right password, too, says nothing more; and a colleague at the next desk, behind the same address, signs in.
  expect(
    (await new Person(house).post('/sign-in', { email: emailOf('grace'), password: demoPassword })).status,
  ).toBe(429)
  expect(
    (await new Person(house).post('/sign-in', { email: emailOf('helen'), password: demoPassword })).status,
  ).toBe(303)
})

test('an address that nobody has is paused in the same way', async () => {
  expect((await times(11, () => wrong('nobody@riverside-youth.example'))).at(-1)).toBe(429)
})

test('ten wrong codes pause a person’s second step, however often they begin again; their backup codes too', async () => {
  const { secret, backup } = await withApp(house, 'carys')
  const person = new Person(house)
  const statuses: number[] = []
  for (let round = 0; round < 3; round++) {
    const to = await person.go('/sign-in', { email: emailOf('carys'), password: demoPassword })
    const guesses = Array.from({ length: 4 }, (_, n) => String(100_000 + round * 10 + n))
    for (const code of guesses) statuses.push((await person.post(to, { code, next: '/' })).status)
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422))
  expect(statuses.slice(10)).toEqual([429, 429])
  const right = await person.post('/sign-in/code', { code: codeFor(secret, Date.now() + 30_000), next: '/' })
  expect([
    right.status,
    wordsOf(await right.text()).includes('If you have a passkey, you need not wait'),
  ]).toEqual([429, true])
  expect((await person.post('/sign-in/code', { code: backup[0] ?? '', next: '/' })).status).toBe(429)
  expect((await person.get('/account')).status).toBe(303)
})

test('the page that sets up an app cannot be used to guess at one that is in use', async () => {
  // Somebody knows the password, and began before the owner set up an app.
  const thief = new Person(house)
  await thief.go('/sign-in', { email: emailOf('ellen'), password: demoPassword })
  const early = new Map(thief.cookies)
  const { secret } = await withApp(house, 'ellen')
  for (const [name, value] of early) thief.cookies.set(name, value)
  const answer = await thief.post('/sign-in/set-up', { code: codeFor(secret), next: '/' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
  // And while it is being set up, guesses are counted.
  const owner = new Person(house)
  const to = await owner.go('/sign-in', { email: emailOf('dev'), password: demoPassword })
  expect((await owner.get(to)).status).toBe(200)
  const guesses = await times(11, () => owner.post('/sign-in/set-up', { code: '000000', next: '/' }))
  expect(guesses).toEqual([...Array(10).fill(422), 429])
})

test('codes are sent and tried a few times for one link, and another family’s link goes on', async () => {
  const [sams, lucias] = [await linkTo('amira', 'jamie', 'sam'), await linkTo('ben', 'rosa', 'lucia')]
  const family = new Person(house)
  expect(await times(5, () => family.post(sams, { step: 'send' }))).toEqual(Array(5).fill(200))
  const paused = await family.post(sams, { step: 'send' })
  expect([paused.status, wordsOf(await paused.text()).includes('call the organisation')]).toEqual([429, true])
  expect((await family.post(lucias, { step: 'send' })).status).toBe(200)

  expect(await times(4, () => family.post(sams, { code: 'wrong1' }))).toEqual(Array(4).fill(422))
  const ended = await family.post(sams, { code: 'wrong1' })
  expect([
    ended.status,
    wordsOf(await ended.text()).includes('You get a new link with the next message'),
  ]).toEqual([404, true])
  expect((await family.get(sams)).status).toBe(404)
  expect((await family.get(lucias)).status).toBe(200)
})

/** A worker writes to a child's parents, who are sent a link. */
async function linkTo(
  worker: 'amira' | 'ben',
  child: 'jamie' | 'rosa',
  parent: 'sam' | 'lucia',
): Promise<string> {
  const { person } = await withApp(house, worker)
  const at = await person.go('/conversations/new', { whom: `parents:${cast[child].id}`, subject: 'Thursday' })
  const key = hiddenOn(await (await person.get(at)).text(), 'key')
  await person.go(`${at}/write`, { body: 'We meet at 4pm.', key })
  const letter = await house.mailbox.next(cast[parent].email ?? '', /\/f\//)
  return new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
}
