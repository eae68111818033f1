import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, demoPassword } from '../../src/demo/index.ts'
import { spend } from '../../src/kit/spend.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { codeFor, hiddenOn, Person, wordsOf } from '../setup/person.ts'
import { asOwner, emailOf, withApp } from '../setup/sign-in.ts'

let house: TestHouse
let amira: Awaited<ReturnType<typeof withApp>>
beforeAll(async () => {
  house = await openHouse()
  amira = await withApp(house, 'amira')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const pathIn = (text: string) => new URL(/https?:\S+/.exec(text)?.[0] ?? '').pathname
const password = (person: Person, name: 'amira' | 'ben' | 'ellen') =>
  person.go('/sign-in', { email: emailOf(name), password: demoPassword })

test('a code from an app opens one session: not a second, not in another browser, not at the same moment', async () => {
  const { secret, code: first } = amira
  const again = new Person(house)
  const to = await password(again, 'amira')
  expect((await again.post(to, { code: first, next: '/' })).status).toBe(422)

  const code = codeFor(secret, Date.now() + 30_000)
  const people = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const person = new Person(house)
      await password(person, 'amira')
      return person
    }),
  )
  const answers = await Promise.all(people.map(person => person.post(to, { code, next: '/' })))
  expect(answers.map(answer => answer.status).sort()).toEqual([303, 422, 422, 422, 422])
  const opened = await Promise.all(people.map(async person => (await person.get('/account')).status))
  expect(opened.sort()).toEqual([200, 303, 303, 303, 303])
})

test('what is spent stays spent across every edge of time, and to whoever asks at once', async () => {
  const { pool } = house.house.ground
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000)
  expect(await spend(pool, 'k', 300, at(299))).toBe(true)
  expect(await spend(pool, 'k', 300, at(301))).toBe(false)
  expect(await spend(pool, 'k', 300, at(598))).toBe(false)
  expect(await spend(pool, 'k', 300, at(600))).toBe(true)
  const all = await Promise.all(Array.from({ length: 20 }, () => spend(pool, 'race', 300, at(0))))
  expect(all.filter(Boolean)).toHaveLength(1)
})

test('a backup code opens one session', async () => {
  const { backup } = await withApp(house, 'ben')
  const [one, two] = [new Person(house), new Person(house)]
  const to = await password(one, 'ben')
  await password(two, 'ben')
  const [first, second] = await Promise.all(
    [one, two].map(p => p.post(to, { code: backup[0] ?? '', next: '/' })),
  )
  expect([first?.status, second?.status].sort()).toEqual([303, 422])
})

test('a link to a new password sets one, once, signs out everywhere, and its second step is still asked', async () => {
  const { person, secret } = await withApp(house, 'ellen')
  await new Person(house).post('/sign-in/forgotten', { email: emailOf('ellen') })
  const at = pathIn((await house.mailbox.next(emailOf('ellen'), /new-password/)).text)
  const stranger = new Person(house)
  const set = (words: string) => stranger.post(at, { password: words })
  const both = await Promise.all([set('granite lemon kestrel'), set('granite lemon kestrel')])
  expect(both.map(answer => answer.status).sort()).toEqual([200, 404])
  const third = await set('another three words here')
  expect([third.status, wordsOf(await third.text()).includes('Ask for another')]).toEqual([404, true])
  expect((await person.get('/account')).status).toBe(303)
  const to = await stranger.go('/sign-in', { email: emailOf('ellen'), password: 'granite lemon kestrel' })
  expect(to).toMatch(/^\/sign-in\/code/)
  expect(await stranger.go(to, { code: codeFor(secret, Date.now() + 30_000), next: '/account' })).toBe(
    '/account',
  )
  const kept = await asOwner(house, client => client.query('select identifier from auth.verification'))
  expect(kept.rows.some(row => at.includes(row.identifier) || /reset-password/.test(row.identifier))).toBe(
    false,
  )
})

test('an invitation joins one person, once', async () => {
  const at = pathIn((await house.mailbox.next(emailOf('noor'), /invitation/)).text)
  const first = new Person(house)
  expect(await first.go(at, { password: 'quarry violin teapot' })).toMatch(/^\/sign-in\/set-up/)
  const thief = new Person(house)
  const page = await thief.get(at)
  expect([
    page.status,
    wordsOf(await page.text()).includes('ask your administrator to send another'),
  ]).toEqual([404, true])
  expect((await thief.post(at, { password: 'another three words here' })).status).toBe(404)
  expect(thief.cookies.size).toBe(0)
})

/** Amira writes to Sam, who is sent a link. */
async function aFamilyLink(): Promise<string> {
  const { person } = amira
  const at = await person.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  await person.go(`${at}/write`, {
    body: 'We meet at 4pm.',
    key: hiddenOn(await (await person.get(at)).text(), 'key'),
  })
  return pathIn((await house.mailbox.next(cast.sam.email ?? '', /\/f\//)).text)
}

async function aCodeFor(person: Person, path: string): Promise<string> {
  expect((await person.post(path, { step: 'send' })).status).toBe(200)
  const letter = await house.mailbox.next(cast.sam.email ?? '', /Your code is/)
  return /\d{6}/.exec(letter.text)?.[0] ?? ''
}

test('a family’s code opens one session, and none once it is old or another was sent', async () => {
  const path = await aFamilyLink()
  const [sam, thief] = [new Person(house), new Person(house)]
  const code = await aCodeFor(sam, path)
  expect(await sam.go(path, { code })).toBe('/family')
  expect((await thief.post(path, { code })).status).toBe(422)
  expect((await thief.get('/family')).status).toBe(303)

  const earlier = await aCodeFor(sam, path)
  const later = await aCodeFor(sam, path)
  if (earlier !== later) expect((await thief.post(path, { code: earlier })).status).toBe(422)
  await asOwner(house, client =>
    client.query(`update family_link set code_expires_at = now() - interval '1 second'`),
  )
  expect((await thief.post(path, { code: later })).status).toBe(422)
  expect((await thief.get('/family')).status).toBe(303)
})

test('a cookie of somebody who signed out opens nothing, theirs or a family’s', async () => {
  const { person } = await withApp(house, 'grace')
  const copy = new Person(house)
  for (const [name, value] of person.cookies) copy.cookies.set(name, value)
  expect((await copy.get('/account')).status).toBe(200)
  await person.go('/sign-out', {})
  expect((await copy.get('/account')).status).toBe(303)
  expect((await copy.post('/people/invite', { name: 'X' })).status).toBe(303)
})

test('a family signs out on a device where staff of another agency are signed in: it is signed out, they are not', async () => {
  const { person: joan } = await withApp(house, 'joan')
  const letters = house.mailbox.all.filter(one => one.to === cast.sam.email && /\/f\//.test(one.text))
  const path = pathIn(letters.at(-1)?.text ?? '')
  await joan.go(path, { code: await aCodeFor(joan, path) })
  const copy = new Person(house)
  copy.cookies.set('lanyard.family', joan.cookies.get('lanyard.family') ?? '')
  expect((await copy.get('/family')).status).toBe(200)
  // Nor does the family's session stand in the way of the staff's page to sign in on.
  expect((await copy.get('/sign-in')).status).toBe(200)
  await joan.go('/family-sign-out', {})
  expect((await copy.get('/family')).status).toBe(303)
  expect((await joan.get('/account')).status).toBe(200)
})
