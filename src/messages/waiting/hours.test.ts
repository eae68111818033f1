import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { days, later } from '../../kit/clock.ts'

/** The next time that clocks in London show this hour of a Friday, at least a day ahead. */
function nextFriday(hour: number): Date {
  const at = later(new Date(), days(1))
  at.setUTCDate(at.getUTCDate() + ((5 - at.getUTCDay() + 7) % 7))
  at.setUTCHours(hour, 0, 0, 0)
  return at
}

let house: TestHouse
let now: Date | undefined
let amira: Person
let carys: Person
let grace: Person
let farid: Person
let at: string
let jamie: Person
const friday = nextFriday(20)
const week = {
  monday: '9am to 5pm',
  tuesday: '9am to 5pm',
  wednesday: '9am to 5pm',
  thursday: '9am to 5pm',
  friday: '9am to 5pm',
  saturday: '',
  sunday: '',
}

beforeAll(async () => {
  house = await openHouse({ clock: () => now ?? new Date() })
  amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
  grace = await signedIn(house, 'grace')
  farid = await signedIn(house, 'farid')
  await grace.go(`/people/${cast.farid.id}/work`, { child: cast.jamie.id, purpose: 'Camp' })
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await writes('We meet at 4pm.')
  jamie = await comesIn(house, 'jamie')
  await grace.go('/organisation/hours', { when: 'hours', ...week, closed: '' })
  now = friday
  await house.database.asOwner(`update auth.session set "expiresAt" = now() + interval '60 days'`)
  await house.database.asOwner(`update family_session set expires_at = now() + interval '60 days'`)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const keyOn = async (page: string) => hiddenOn(await (await amira.get(page)).text(), 'key')
const writes = async (body: string) => amira.go(`${at}/write`, { body, key: await keyOn(at) })
const words = async (person: Person, path: string) => wordsOf(await (await person.get(path)).text())
const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const stored = async (body: string) =>
  (await rows('select count(*)::int as count from message where body = $1', [body]))[0]?.count
const waiting = async (body: string): Promise<string> =>
  `/conversations/waiting/${(await rows('select id from waiting_message where body = $1', [body]))[0]?.id}`
/** Runs the job of every minute now, and waits for it. */
async function aMinutePasses(): Promise<void> {
  await house.house.ground.pool.query(`select enqueue('release-messages', '{}'::json, null, null)`)
  await expect
    .poll(
      async () =>
        (await rows('select count(*)::int as n from graphile_worker.jobs where run_at <= now()'))[0]?.n,
      { timeout: 20_000 },
    )
    .toBe(0)
}

test('what a worker writes on a Friday evening waits, and the page says when it goes', async () => {
  expect(await words(amira, at)).toMatch(
    /outside the hours in which we write to families. What you write now goes on Monday \d+ \w+ at 9am/,
  )
  await writes('Bring your boots on Thursday')
  expect(await stored('Bring your boots on Thursday')).toBe(0)
  expect(await words(amira, at)).toMatch(
    /Bring your boots on Thursday Written at .* It goes on Monday \d+ \w+ at 9am/,
  )
  await aMinutePasses()
  expect(await stored('Bring your boots on Thursday')).toBe(0)
})

test('a child may write then, is told when an answer comes, and who to turn to now', async () => {
  const theirs = at.replace('/conversations/', '/family/')
  for (const page of [theirs, '/family/new']) {
    const shown = await words(jamie, page)
    expect(shown).toMatch(/An answer comes after Monday \d+ \w+ at 9am/)
    for (const said of ['999', '0800 1111', '020 7946 0999']) expect(shown).toContain(said)
  }
  const key = hiddenOn(await (await jamie.get(theirs)).text(), 'key')
  await jamie.go(`${theirs}/write`, { body: 'Is it on?', key })
  expect(await stored('Is it on?')).toBe(1)
})

test('a designated person’s message goes at any hour', async () => {
  const theirs = await farid.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Tonight' })
  const key = hiddenOn(await (await farid.get(theirs)).text(), 'key')
  await farid.go(`${theirs}/write`, { body: 'I have read what you wrote. Call me at the club.', key })
  expect(await stored('I have read what you wrote. Call me at the club.')).toBe(1)
})

test('its writer asks for it to go now; a manager lets it go at once with a reason, and not without', async () => {
  const body = 'The coach leaves at 7am tomorrow and not at 8'
  await writes(body)
  const to = await waiting(body)
  expect((await amira.post(to, { step: 'asked', when: '', word: '' })).status).toBe(409)
  await amira.go(to, { step: 'asked', when: '', word: 'They would miss the coach tomorrow' })
  expect(await words(carys, '/duties')).toContain('A message waits for you')
  expect((await carys.post(to, { step: 'let-go', when: 'now', word: 'ok' })).status).toBe(409)
  expect(await stored(body)).toBe(0)
  await carys.go(to, { step: 'let-go', when: 'now', word: 'The coach leaves before we open' })
  await expect.poll(() => stored(body), { timeout: 20_000 }).toBe(1)
  expect(await words(carys, '/duties')).not.toContain('A message waits for you')
})

test('what is withdrawn before its time does not go', async () => {
  await writes('Never mind the boots')
  await amira.go(await waiting('Never mind the boots'), { step: 'withdrawn', when: '' })
})

test('on Monday at nine it goes, once; what was held is let go for the hours', async () => {
  const held = 'It is our secret, do not tell your mum'
  await writes(held)
  await carys.go(await waiting(held), { step: 'let-go', when: 'in-hours', word: '' })
  await aMinutePasses()
  expect(await stored(held)).toBe(0)
  now = later(friday, days(2.5))
  await aMinutePasses()
  expect(await stored('Bring your boots on Thursday')).toBe(0)
  now = later(friday, days(3) - 11 * 3_600_000)
  await Promise.all([aMinutePasses(), aMinutePasses()])
  await aMinutePasses()
  for (const body of ['Bring your boots on Thursday', held])
    expect([body, await stored(body)]).toEqual([body, 1])
  expect(await stored('Never mind the boots')).toBe(0)
  const ends = await rows(
    `select waiting_id, count(*)::int as n from waiting_step where step = 'sent' group by 1`,
  )
  expect(ends.map(({ n }) => n)).toEqual(ends.map(() => 1))
})

test('when the second adult is gone by then it does not go, and its writer is told by a duty', async () => {
  now = later(friday, days(7))
  await house.database.asOwner(`update auth.session set "expiresAt" = now() + interval '90 days'`)
  await writes('See you next week')
  await house.database.asOwner(`update participant set left_at = now() where person_id in ($1, $2)`, [
    cast.carys.id,
    cast.sam.id,
  ])
  now = later(friday, days(10) - 11 * 3_600_000)
  await aMinutePasses()
  expect(await stored('See you next week')).toBe(0)
  expect(await words(amira, '/duties')).toContain('A message was not sent')
  const why = await words(amira, await waiting('See you next week'))
  expect(why).toContain('the second responsible adult has left it')
  expect(why).toContain('See you next week')
  expect(await words(amira, '/duties')).not.toContain('A message was not sent')
  await house.database.asOwner('update participant set left_at = null')
})

test('hours that cannot be are refused with what to write, and nothing typed is lost', async () => {
  const wrong = await grace.post('/organisation/hours', {
    when: 'hours',
    ...week,
    monday: 'nine',
    closed: 'Christmas',
  })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(wordsOf(html)).toContain('Monday must be two times of one day, like 9am to 5:30pm')
  expect(html).toContain('value="nine"')
  const none = await grace.post('/organisation/hours', { when: 'hours', monday: '', closed: '' })
  expect(none.status).toBe(409)
})
