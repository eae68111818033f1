import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { Person, signedIn } from '../setup/person.ts'
import { emailOf } from '../setup/sign-in.ts'

// Somebody, signed in or not, who wants the server to fall over.

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

test('asking for a new password while the mail server is down ends no process', async () => {
  const unhandled: unknown[] = []
  const heard = (error: unknown) => void unhandled.push(error)
  // Vitest listens too, and would only say that something was wrong: here it is asked what.
  const before = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', heard)
  house.mailbox.failing = true
  try {
    const answer = await new Person(house).post('/sign-in/forgotten', { email: emailOf('amira') })
    expect(answer.status).toBe(200)
    await new Promise(resolve => setTimeout(resolve, 1500))
    expect(unhandled).toEqual([])
  } finally {
    house.mailbox.failing = false
    process.removeListener('unhandledRejection', heard)
    for (const listener of before) process.on('unhandledRejection', listener)
  }
  // It is told, as a letter of a job's is that could not go either.
  const told = house.faults.splice(0)
  expect(told).not.toEqual([])
  for (const one of told) expect(one).toMatchObject({ code: 'EMESSAGE' })
})

test.each([
  '/log/%00/checkpoint',
  '/log/%00/key',
  '/log/%00/tile/0/000',
  '/log/%FF%FE/checkpoint',
  '/f/%00',
  '/invitation/%00',
  '/sign-in/new-password/%00',
])('%s is answered in order', async path => {
  const answer = await new Person(house).get(path)
  expect([200, 404]).toContain(answer.status)
})

test('a day that is in no calendar is answered in words', async () => {
  const grace = await signedIn(house, 'grace')
  for (const born of ['2012-02-31', '2013-02-29', '0000-01-01', '2012-13-01']) {
    const answer = await grace.post('/people/families/new', {
      child: 'Kit Example',
      born,
      parent: 'Alex Example',
      relationship: 'Mother',
      worker: cast.amira.id,
      purpose: 'Club',
    })
    expect([born, answer.status]).toEqual([born, 422])
  }
})

test('a file whose name is cut in the middle of a character leaves the record whole', async () => {
  const grace = await signedIn(house, 'grace')
  const name = `${'n'.repeat(199)}\u{1f9f8}.csv`
  const file = new File(['Name,Email,Role\nRobin Bird,robin.bird@riverside-youth.example,Worker\n'], name)
  expect((await grace.upload('/people/import/staff', 'file', file)).status).toBe(303)
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
})

test('while PostgreSQL is away a page says so, and afterwards everything goes on by itself', async () => {
  const amira = await signedIn(house, 'amira')
  const beside = new pg.Client({ connectionString: inject('serverUrl') })
  await beside.connect()
  const { name } = house.database
  await beside.query(`alter database ${name} allow_connections false`)
  await beside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  const during = await Promise.all(['/', '/conversations', '/help'].map(path => amira.get(path)))
  expect(during.map(({ status }) => status)).toEqual([500, 500, 500])
  for (const page of during) expect(await page.text()).toContain('tel:999')
  await wait(3000)
  await beside.query(`alter database ${name} allow_connections true`)
  await beside.end()
  // The log goes on, the queue mails, and those who watch a page are told again.
  await expect.poll(async () => (await amira.get('/')).status, { timeout: 10_000 }).toBe(200)
  const before = house.mailbox.all.length
  await new Person(house).post('/sign-in/forgotten', { email: emailOf('dev') })
  await expect.poll(() => house.mailbox.all.length, { timeout: 20_000 }).toBeGreaterThan(before)
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  expect(house.faults.splice(0)).not.toEqual([])
})
