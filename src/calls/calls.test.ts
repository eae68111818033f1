import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { asOwner } from '../../tests/setup/sign-in.ts'
import { listening } from '../../tests/setup/stream.ts'
import { agencies, cast } from '../demo/index.ts'
import { asTyped, fromTyped, later, minutes } from '../kit/clock.ts'

let house: TestHouse
let amira: Person
let carys: Person
let now: Date
beforeAll(async () => {
  now = new Date()
  house = await openHouse({ clock: () => now })
  amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const aCall = (about: Readonly<Record<string, string>> = {}) => ({
  with: cast.sam.id,
  happened: 'out-spoke',
  ...asTyped(now),
  minutes: '4',
  about: 'Jamie was not at the club',
  agreed: 'Sam fetches Jamie at five.',
  phone: 'work',
  ownReason: '',
  second: '',
  secondWas: 'told',
  key: randomUUID(),
  ...about,
})
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const events = async (about: string): Promise<string[]> =>
  (
    await house.database.asOwner('select event from entry where about_id = $1 order by event', [about])
  ).rows.map(row => row.event)
const idOf = (path: string) => path.split('/').at(-1) ?? ''

test('a worker writes down a call with a parent, and finds it again in their list', async () => {
  const at = await amira.go('/calls/new', aCall())
  const words = await page(amira, at)
  expect(words).toContain('Sam Taylor, parent or carer')
  expect(words).toContain('Called them, and spoke')
  expect(words).toContain('4 min')
  expect(words).toContain('Sam fetches Jamie at five.')
  expect(await page(amira, '/calls')).toContain('Sam Taylor: Jamie was not at the club')
  expect(await events(idOf(at))).toEqual(['call.logged'])
})

test('a call with a child is kept only with a second adult, who is asked to read it, and has then read it', async () => {
  const child = { with: cast.jamie.id, happened: 'in-spoke', about: 'Jamie asked when we meet' }
  const alone = await amira.post('/calls/new', aCall(child))
  expect(alone.status).toBe(409)
  const shown = await alone.text()
  expect(wordsOf(shown)).toContain('with a child there is always a second adult')
  // Nothing that was typed is lost.
  expect(shown).toContain('Jamie asked when we meet')
  expect(shown).toContain('Sam fetches Jamie at five.')
  const at = await amira.go('/calls/new', aCall({ ...child, second: cast.carys.id }))
  expect(await page(carys, '/duties')).toContain('You are the second adult of a telephone call')
  expect(await page(carys, at)).toContain('You are the second adult of this call')
  expect(await page(carys, '/duties')).not.toContain('You are the second adult of a telephone call')
  expect(await events(idOf(at))).toEqual(['call.logged', 'call.read', 'call.told'])
})

test('nobody writes down a call with a family they do not work with', async () => {
  const refused = await amira.post('/calls/new', aCall({ with: cast.lucia.id }))
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain('you do not work with that child or family')
})

test('the database itself keeps no call with a child without a second adult', async () => {
  const insert = (second: string | null) =>
    asOwner(house, owner =>
      owner.query(
        `insert into phone_call (agency_id, id, logged_by, logged_at, with_id, way, result, began_at, about, phone,
           second_id, second_was, draft_key, entry_id)
         values ($1, gen_random_uuid(), $2, now(), $3, 'out', 'missed', now(), 'x', 'work', $4::uuid,
           case when $4::uuid is null then null else 'told' end, gen_random_uuid(), gen_random_uuid())`,
        [agencies.riverside.id, cast.amira.id, cast.jamie.id, second],
      ),
    )
  await expect(insert(null)).rejects.toMatchObject({ code: 'LY002' })
  // Somebody of the family is no second adult here: it is a colleague who reads it.
  await expect(insert(cast.sam.id)).rejects.toMatchObject({ code: 'LY002' })
})

test('a call on somebody’s own phone asks why; their manager is told and answers, and they read the answer', async () => {
  const silent = await amira.post('/calls/new', aCall({ phone: 'own' }))
  expect(silent.status).toBe(409)
  expect(wordsOf(await silent.text())).toContain('say why it was your own phone')
  const at = await amira.go('/calls/new', aCall({ phone: 'own', ownReason: 'The work phone was flat.' }))
  expect(await page(amira, at)).toContain('Think of changing your number.')
  expect(await page(carys, '/duties')).toContain('on their own phone')
  expect(await page(carys, at)).toContain('Amira Haddad’s own: The work phone was flat.')
  const wordless = await carys.post(at, { agreed: 'no', says: '' })
  expect(wordless.status).toBe(409)
  await carys.go(at, { agreed: 'no', says: 'Charge it on Wednesdays.' })
  expect(await page(carys, '/duties')).not.toContain('on their own phone')
  expect(await page(amira, at)).toContain('Did not agree. Charge it on Wednesdays. Carys Powell')
  expect((await carys.post(at, { agreed: 'yes', says: '' })).status).toBe(409)
})

test('nobody answers for their own phone', async () => {
  const at = await amira.go('/calls/new', aCall({ phone: 'own', ownReason: 'It was with me' }))
  expect((await amira.post(at, { agreed: 'yes', says: '' })).status).toBe(409)
})

test('a correction is another entry: the first stays to be read, and only the newest is corrected', async () => {
  const first = await amira.go('/calls/new', aCall({ about: 'The wrong reason' }))
  const second = await amira.go(`${first}/correct`, aCall({ about: 'The right reason' }))
  expect(await events(idOf(second))).toEqual(['call.corrected'])
  expect(await page(amira, first)).toContain('The wrong reason')
  expect(await page(amira, first)).toContain('This was corrected')
  expect((await amira.get(`${first}/correct`)).status).toBe(404)
  const list = await page(amira, '/calls')
  expect(list).toContain('The right reason')
  expect(list).not.toContain('The wrong reason')
  expect((await carys.get(`${second}/correct`)).status).toBe(404)
})

test('a draft sent twice at once is one call', async () => {
  const draft = aCall({ about: 'Pressed twice' })
  const [one, other] = await Promise.all([amira.go('/calls/new', draft), amira.go('/calls/new', draft)])
  expect(one).toBe(other)
})

test('a manager reads the calls of their line on the record; a colleague and another team’s manager do not', async () => {
  const at = await amira.go('/calls/new', aCall({ about: 'For the manager' }))
  const dev = await signedIn(house, 'dev')
  expect(await page(dev, '/calls/team')).toContain('For the manager')
  expect(await page(dev, at)).toContain('You are reading this as a manager')
  expect(await events(idOf(at))).toEqual(['call.logged', 'call.read'])
  const [ben, ivan] = [await signedIn(house, 'ben'), await signedIn(house, 'ivan')]
  expect((await ben.get(at)).status).toBe(404)
  expect((await ivan.get(at)).status).toBe(404)
  expect(await events(idOf(at))).toEqual(['call.logged', 'call.read'])
})

test('a number is shown to whoever says why, for a quarter of an hour; the opening is an entry and owes the call', async () => {
  const number = cast.sam.phone
  const way = await (await amira.get(`/calls/numbers/${cast.sam.id}`)).text()
  expect(way).not.toContain(number)
  expect(wordsOf(way)).toContain('on 020 7946 0200')
  expect((await amira.post(`/calls/numbers/${cast.sam.id}`, { reason: '' })).status).toBe(422)
  const at = await amira.go(`/calls/numbers/${cast.sam.id}`, { reason: 'The office is closed' })
  expect(await page(amira, at)).toContain(number)
  expect(await events(idOf(at))).toEqual(['number.opened'])
  expect(await page(amira, '/duties')).toContain('You opened a number for a call')
  expect((await carys.get(at)).status).toBe(404)
  expect(await page(carys, `/calls/with/${cast.sam.id}`)).toContain('Amira Haddad')
  now = later(now, minutes(16))
  expect(await page(amira, at)).not.toContain(number)
  await amira.go('/calls/new', aCall())
  expect(await page(amira, '/duties')).not.toContain('You opened a number for a call')
})

test('a number is not opened by whoever does not work with the family, nor a child’s by a worker', async () => {
  const ben = await signedIn(house, 'ben')
  expect((await ben.get(`/calls/numbers/${cast.sam.id}`)).status).toBe(404)
  expect((await ben.post(`/calls/numbers/${cast.sam.id}`, { reason: 'x' })).status).toBe(404)
  const refused = await amira.post(`/calls/numbers/${cast.jamie.id}`, { reason: 'x' })
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain('a child’s number is opened by a manager')
})

test('a call cannot lie ahead of now, and how long it was is a number', async () => {
  const tomorrow = asTyped(later(now, minutes(1440)))
  expect((await amira.post('/calls/new', aCall(tomorrow))).status).toBe(409)
  expect((await amira.post('/calls/new', aCall({ minutes: 'a while' }))).status).toBe(422)
  expect((await amira.post('/calls/new', aCall({ time: 'noon' }))).status).toBe(422)
  expect((await amira.post('/calls/new', aCall({ minutes: '' }))).status).toBe(409)
})

test('a time is typed as clocks here show it, in summer and in winter', () => {
  expect(fromTyped('2026-07-01', '16:15').toISOString()).toBe('2026-07-01T15:15:00.000Z')
  expect(fromTyped('2026-11-25', '16:15').toISOString()).toBe('2026-11-25T16:15:00.000Z')
  expect(asTyped(new Date('2026-07-01T23:30:00Z'))).toEqual({ day: '2026-07-02', time: '00:30' })
})

test('what would have kept a message back does not keep a call back: its caller’s manager is asked to look, and has then looked', async () => {
  const at = await amira.go(
    '/calls/new',
    aCall({
      about: 'I gave Sam my own number, 07700 900456',
      agreed: 'We keep it our secret, do not tell Jamie.',
    }),
  )
  const [mark] = (
    await house.database.asOwner('select not_agreed, found from phone_call_mark where call_id = $1', [
      idOf(at),
    ])
  ).rows
  expect(mark).toMatchObject({ not_agreed: false })
  expect(mark.found.length).toBeGreaterThan(0)
  expect(await page(carys, '/duties')).toContain('Look at a telephone call that was marked for you')
  expect(await page(carys, at)).toContain('What was found in what was written down')
  expect(await page(carys, '/duties')).not.toContain('Look at a telephone call that was marked')
  expect(await events(idOf(at))).toEqual(['call.logged', 'call.looked-at', 'call.marked', 'call.read'])
  const ordinary = await amira.go('/calls/new', aCall({ about: 'Jamie is ill' }))
  expect(await events(idOf(ordinary))).toEqual(['call.logged'])
})

test('a call with a child that nobody agreed to is kept, its caller is warned, and their manager is told', async () => {
  const grace = await signedIn(house, 'grace')
  await grace.go(`/agreements/${cast.jamie.id}/enter`, {
    ...{ sent: '1', by: cast.sam.id, how: 'said', on: now.toISOString().slice(0, 10) },
    ...{
      last: later(now, minutes(60 * 24 * 90))
        .toISOString()
        .slice(0, 10),
      web: 'yes',
      email: 'yes',
      text: 'yes',
    },
  })
  expect(await page(amira, `/calls/numbers/${cast.jamie.id}`)).toContain(
    'Nobody has agreed to calls with Jamie Taylor',
  )
  const at = await amira.go(
    '/calls/new',
    aCall({
      with: cast.jamie.id,
      happened: 'in-spoke',
      about: 'Jamie asked when we meet',
      agreed: '',
      second: cast.carys.id,
    }),
  )
  expect(await page(amira, at)).toContain(
    'Nobody has agreed to calls with them, so your manager has been told',
  )
  expect(await page(amira, at)).toContain('Nobody had agreed to calls with Jamie Taylor then')
  expect(await page(carys, '/duties')).toContain('Look at a telephone call that was marked for you')
  expect(await page(carys, '/duties')).toContain('You are the second adult of a telephone call')
  await carys.get(at)
  expect(await page(carys, '/duties')).not.toContain('telephone call')
})

test('a call stands in the conversation where it happened, for those who may read it and for nobody else', async () => {
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Pick-up' })
  const say = (who: Person, body: string) => who.go(`${at}/write`, { body, key: randomUUID() })
  await say(amira, 'I will call you.')
  now = later(now, minutes(10))
  const call = await amira.go('/calls/new', aCall({ about: 'Pick-up at the gate' }))
  now = later(now, minutes(10))
  await say(amira, 'As we said.')
  const html = await (await amira.get(at)).text()
  const words = wordsOf(html)
  const [first, between, last] = ['I will call you.', 'Pick-up at the gate', 'As we said.'].map(one =>
    words.indexOf(one),
  )
  expect([first, between, last].every(one => (one ?? -1) >= 0)).toBe(true)
  expect([first, between, last]).toEqual([first, between, last].toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  expect(html).toContain(`href="${call}"`)
  // Their manager reads the calls of their line; whoever is only given a place in the conversation reads what was said in it.
  expect(await page(carys, at)).toContain('Pick-up at the gate')
  const farid = await signedIn(house, 'farid')
  expect(await page(farid, at)).toContain('Pick-up at the gate')
})

test('a conversation that is open hears of a call as soon as it is written down, corrected or erased', async () => {
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Fetching' })
  await amira.go(`${at}/write`, { body: 'Who fetches Jamie?', key: randomUUID() })
  const stream = listening(await amira.get(`${at}/live`))
  await stream.until(({ data }) => data.includes('Who fetches Jamie?'))
  const changes = () => stream.heard.filter(({ event }) => event === 'changed').length
  const heardOf = async (work: Promise<string>) => {
    const before = changes()
    const done = await work
    await vi.waitUntil(() => changes() > before, { timeout: 5_000, interval: 10 })
    return done
  }
  now = later(now, minutes(1))
  const call = await heardOf(amira.go('/calls/new', aCall({ about: 'The fetching' })))
  expect(await page(amira, at)).toContain('The fetching')
  await heardOf(amira.go(`${call}/correct`, aCall({ about: 'Not the fetching at all' })))
  expect(await page(amira, at)).toContain('Not the fetching at all')
  const ellen = await signedIn(house, 'ellen')
  await heardOf(ellen.go(`/erase/call/${idOf(call)}`, { reason: 'Article 17', checked: 'yes' }))
  await stream.close()
})
