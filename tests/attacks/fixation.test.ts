import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/index.ts'
import { Refused } from '../../src/kit/proof.ts'
import { SignIn } from '../../src/people/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { codeFor, hiddenOn, Person } from '../setup/person.ts'
import { testSecrets } from '../setup/secrets.ts'
import { asOwner, emailOf, signedBy, withApp } from '../setup/sign-in.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const cookie = 'lanyard.session_token'
const open = async (person: Person) => (await person.get('/account')).status
const sessions = () =>
  asOwner(house, async client =>
    (await client.query('select token from auth.session')).rows.map(row => row.token),
  )

test('the session is another one after the password, and another after the second step; the first opens nothing', async () => {
  const person = new Person(house)
  const to = await person.go('/sign-in', { email: emailOf('amira'), password: demoPassword })
  const half = person.cookies.get(cookie) ?? ''
  const html = await (await person.get(to)).text()
  const secret = hiddenOn(html, 'secret')
  await person.post('/sign-in/set-up', { secret, code: codeFor(secret), next: '/' })
  const whole = person.cookies.get(cookie) ?? ''
  expect([half.length > 40, whole.length > 40, half === whole]).toEqual([true, true, false])
  expect(await open(person)).toBe(200)

  const before = new Person(house)
  before.cookies.set(cookie, half)
  expect(await open(before)).toBe(303)
  expect((await before.get('/sign-in/set-up')).headers.get('location')).toMatch(/^\/sign-in/)
})

test('somebody who has a second step has no session at all between the two', async () => {
  const { secret } = await withApp(house, 'ben')
  const person = new Person(house)
  const had = await sessions()
  const to = await person.go('/sign-in', { email: emailOf('ben'), password: demoPassword })
  expect(to).toMatch(/^\/sign-in\/code/)
  expect(await sessions()).toEqual(had)
  expect(person.cookies.has(cookie)).toBe(false)
  await person.go(to, { code: codeFor(secret, Date.now() + 30_000), next: '/' })
  expect(await open(person)).toBe(200)
})

test('a cookie that somebody planted is not taken on, whether or not we signed it', async () => {
  const { person: attacker } = await withApp(house, 'carys')
  const { backup } = await withApp(house, 'farid')
  const planted = [
    attacker.cookies.get(cookie) ?? '',
    signedBy(testSecrets.session, 'a'.repeat(32)),
    'plain.text',
  ]
  for (const [at, value] of planted.entries()) {
    const victim = new Person(house)
    victim.cookies.set(cookie, value)
    const to = await victim.go('/sign-in', { email: emailOf('farid'), password: demoPassword })
    // Put back after the password, too, as a narrower path or another host would.
    victim.cookies.set(cookie, value)
    await victim.go(to, { code: backup[at] ?? '', next: '/' })
    expect(victim.cookies.get(cookie)).not.toBe(value)
    expect(await (await victim.get('/account')).text()).toContain('Farid Aziz')
  }
  expect(await (await attacker.get('/account')).text()).toContain('Carys Powell')
})

test('a session’s cookie is unknown to script and to other sites, and on https to other hosts and plain connections', async () => {
  const answer = await house.fetch(
    new Request(`${house.url}/sign-in`, {
      method: 'POST',
      headers: { origin: house.url, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ email: emailOf('ellen'), password: demoPassword }),
    }),
  )
  const line = answer.headers.getSetCookie().find(one => one.startsWith(cookie)) ?? ''
  expect(line).toMatch(/HttpOnly/i)
  expect(line).toMatch(/SameSite=Lax/i)
  expect(line).toMatch(/Path=\/;/i)
  expect(line).not.toMatch(/Domain/i)

  const settings = { secret: testSecrets.session, url: 'https://lanyard.example', sessionHours: 12 }
  const secure = new SignIn(house.database.appUrl, settings, () => new Date())
  const step = await secure.withPassword(emailOf('ellen'), demoPassword)
  await secure.close()
  if (step instanceof Refused) throw new Error(step.reason)
  expect(step.cookies.every(one => /^__Host-lanyard\.\w+=/.test(one) && /; Secure/i.test(one))).toBe(true)
  expect(step.cookies.some(one => one.startsWith(`__Host-${cookie}=`))).toBe(true)
})

test('a page to go to after signing in is one of ours, or home', async () => {
  const elsewhere = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:1',
  ]
  for (const next of elsewhere) {
    const html = await (await new Person(house).get(`/sign-in?next=${encodeURIComponent(next)}`)).text()
    expect([next, hiddenOn(html, 'next')]).toEqual([next, '/'])
  }
})
