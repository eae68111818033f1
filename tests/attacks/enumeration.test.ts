import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { Person } from '../setup/person.ts'
import { emailOf, withApp } from '../setup/sign-in.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const stranger = 'nobody.at.all@riverside-youth.example'

/** What a visitor can learn from an answer: its status, its headers, its page without the address they typed. */
async function seen(answer: Response, typed: string) {
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'))
  return { status: answer.status, headers, page: (await answer.text()).replaceAll(typed, 'TYPED') }
}

/** The shortest of several tries, in milliseconds, taken in turn so that a busy machine is busy for all. */
async function shortest(tries: number, ...ways: (() => Promise<unknown>)[]): Promise<number[]> {
  const best = ways.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < tries; round++) {
    for (const [at, way] of ways.entries()) {
      const start = performance.now()
      await way()
      best[at] = Math.min(best[at] ?? 0, performance.now() - start)
    }
  }
  return best
}

const signIn = (email: string) =>
  new Person(house).post('/sign-in', { email, password: 'not the password at all' })
const forgotten = (email: string) => new Person(house).post('/sign-in/forgotten', { email })

test('signing in says the same for a wrong password, an unknown address, and somebody who has not joined yet', async () => {
  await withApp(house, 'ben')
  const known = await seen(await signIn(emailOf('amira')), emailOf('amira'))
  expect(known.status).toBe(422)
  for (const email of [stranger, emailOf('ben'), emailOf('noor'), 'sam.taylor@family.example'])
    expect(await seen(await signIn(email), email)).toEqual(known)
})

test('signing in takes as long for an unknown address as for a wrong password', async () => {
  const [known = 0, unknown = 0] = await shortest(
    6,
    () => signIn(emailOf('carys')),
    () => signIn('nobody.else@riverside-youth.example'),
  )
  // The work that tells is one slow hash, of which both do one; without it an unknown address would answer in a tenth.
  expect(unknown / known).toBeGreaterThan(0.4)
  expect(unknown / known).toBeLessThan(2.5)
})

test('asking for a new password says the same for everybody, as often as it is asked, and takes as long', async () => {
  const known = await seen(await forgotten(emailOf('dev')), emailOf('dev'))
  expect(known.status).toBe(200)
  for (let time = 0; time < 5; time++)
    for (const email of [stranger, emailOf('dev'), emailOf('noor')])
      expect(await seen(await forgotten(email), email)).toEqual(known)
  const [first = 0, second = 0] = await shortest(
    8,
    () => forgotten(emailOf('grace')),
    () => forgotten(stranger),
  )
  // Both answer before anybody is looked up: a few milliseconds of page, whoever it is.
  expect(Math.abs(first - second)).toBeLessThan(15)
  // And somebody who did ask is sent at most three.
  const sent = house.mailbox.all.filter(letter => letter.to === emailOf('dev'))
  expect(sent.length).toBeLessThanOrEqual(3)
})

test('a link that never was, was used, is too old or is not a link at all gives one and the same page', async () => {
  for (const start of ['/f/', '/invitation/']) {
    const pages = await Promise.all(
      ['A'.repeat(43), 'x', '%00', '..%2f..%2f', `${'B'.repeat(2000)}`].map(async token => {
        const answer = await new Person(house).get(start + token)
        return { status: answer.status, page: await answer.text() }
      }),
    )
    expect(pages[0]?.status).toBe(404)
    for (const page of pages) expect(page).toEqual(pages[0])
  }
})

test('a page says nothing of who has a passkey: the question to the browser names nobody', async () => {
  const ask = async (cookies: Person) =>
    (await (await cookies.post('/sign-in/passkey/ask', {})).json()) as object
  const stranger = await ask(new Person(house))
  const { person } = await withApp(house, 'farid')
  expect(Object.keys(await ask(person)).sort()).toEqual(Object.keys(stranger).sort())
  expect(stranger).not.toHaveProperty('allowCredentials')
})
