import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, cast } from '../demo/index.ts'
import { later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { deliver } from './deliver.ts'
import {
  type Arriving,
  type Channel,
  channelJobs,
  type Handed,
  hearOf,
  type Outgoing,
  receive,
} from './index.ts'
import type { DeliveryState } from './rules.ts'
import { claimGoodFor } from './rules.ts'

/** What a provider would be: it takes what it is handed, and answers as the test says. */
const handed: Outgoing[] = []
let answers: (about: Outgoing) => Promise<Handed> = async () => ({ came: 'taken' })
const provider: Channel = {
  kind: 'email',
  prepare: async () => undefined,
  send: about => {
    handed.push(about)
    return answers(about)
  },
}

let house: TestHouse
let passed = 0
let amira: Person
let grace: Person
let at: string
beforeAll(async () => {
  house = await openHouse({
    clock: () => later(new Date(), passed),
    channels: [provider],
    env: { LANYARD_MAIL_DOMAIN: 'messages.riverside.example' },
  })
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.sam.id}/way`, { way: 'email' })
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})
beforeEach(() => {
  handed.length = 0
  answers = async () => ({ came: 'taken' })
})

const say = (body: string) => amira.go(`${at}/write`, { body, key: newId() })
const conversation = () => at.split('/').at(-1) as never
const riverside = agencies.riverside.id as never
const rows = async <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await house.database.asOwner(sql, [...values])).rows as T[]
const delivery = async (body: string) => {
  const [row] = await rows<{
    id: string
    state: DeliveryState
    attempts: number
    message_id: string
    person_id: string
  }>('select d.* from delivery d join message m on m.id = d.message_id where m.body = $1', [body])
  return row
}
const comesTo = (body: string, state: DeliveryState) =>
  expect.poll(async () => (await delivery(body))?.state, { timeout: 10_000 }).toBe(state)
const page = async (path: string, who = amira) => wordsOf(await (await who.get(path)).text())
const from = (about: Partial<Arriving>): Arriving => ({
  agencyId: riverside,
  channel: 'email',
  externalId: newId(),
  from: 'sam@family.example',
  to: 'c-…',
  receivedAt: new Date(),
  words: 'Jamie will be there.',
  conversationId: conversation(),
  personId: cast.sam.id,
  is: { kind: 'from' },
  ...about,
})
/** As the application's role, with Dev acting. */
async function asApp(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: house.database.appUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`,
      [riverside, cast.dev.id],
    )
    await client.query(text)
    await client.query('rollback')
  } finally {
    await client.end()
  }
}
const bodies = async () =>
  (await rows<{ body: string }>('select body from message order by id')).map(m => m.body)

test('what a worker writes is handed over once, and beside it stands how it went; no link is mailed as well', async () => {
  await say('We meet at 4pm.')
  await comesTo('We meet at 4pm.', 'handed-over')
  expect(handed.map(({ message, to }) => [message.body, to.name])).toEqual([
    ['We meet at 4pm.', 'Sam Taylor'],
  ])
  expect(await page(at)).toContain('Handed over for Sam Taylor’s email')
  expect(await page(at)).not.toContain(cast.sam.email ?? '@')
  expect(house.mailbox.all.filter(({ to }) => to === cast.sam.email)).toEqual([])
})

test('run again at any moment, by two processes at once, the same message is handed over once', async () => {
  await say('At the back door.')
  await comesTo('At the back door.', 'handed-over')
  const row = await delivery('At the back door.')
  const about = {
    agencyId: riverside,
    messageId: row?.message_id as never,
    personId: row?.person_id as never,
  }
  const again = () => deliver(house.house.ground, [provider], about)
  await Promise.all([again(), again(), again()])
  expect(handed).toHaveLength(1)
})

test('nobody takes it: it is tried again by itself; what is refused is not, and its writer owes a look', async () => {
  answers = async () => ({ came: 'not-yet' })
  await say('Bring a coat.')
  await comesTo('Bring a coat.', 'queued')
  expect(await page(at)).toContain('tried again by itself')
  answers = async () => ({ came: 'refused', why: 'no-such-address' })
  await say('Bring a hat.')
  await comesTo('Bring a hat.', 'failed')
  expect(await page('/duties')).toContain('A message may not have arrived')
  const row = await delivery('Bring a hat.')
  const told = await page(`/deliveries/${row?.id}`)
  expect(told).toContain('there is no such address')
  answers = async () => ({ came: 'taken' })
  await amira.go(`/deliveries/${row?.id}`, { what: 'again' })
  await comesTo('Bring a hat.', 'handed-over')
  expect(await page('/duties')).not.toContain('may not have arrived')
  expect((await delivery('Bring a hat.'))?.attempts).toBe(2)
})

test('a process that ends between claim and hand-over: it is never sent by itself again, and its writer is told', async () => {
  // The answer never comes: what a killed process leaves is a claim without one.
  let release: (came: Handed) => void = () => {}
  answers = () => new Promise(resolve => (release = resolve))
  await say('Is the gate locked?')
  await comesTo('Is the gate locked?', 'claimed')
  await expect.poll(() => handed.length).toBe(1)
  const jobs = channelJobs(house.house.ground, [provider])
  await jobs['look-at-deliveries']()
  await comesTo('Is the gate locked?', 'claimed')
  passed += claimGoodFor + 1000
  await jobs['look-at-deliveries']()
  await comesTo('Is the gate locked?', 'unsure')
  expect(handed).toHaveLength(1)
  expect(await page(at)).toContain('It is not sure that this reached Sam Taylor’s email')
  const row = await delivery('Is the gate locked?')
  await amira.go(`/deliveries/${row?.id}`, { what: 'other' })
  release({ came: 'taken' })
  // The answer that came after all is believed.
  await comesTo('Is the gate locked?', 'handed-over')
})

test('where the other side can be asked, a lost claim is settled by asking, and goes again only if it is not there', async () => {
  const known = new Set<string>()
  const asks: Channel = {
    ...provider,
    ask: async ({ message }) =>
      known.has(message.body) ? { came: 'taken', reference: newId() } : { came: 'not-yet' },
  }
  const releases: (() => void)[] = []
  answers = () => new Promise(resolve => releases.push(() => resolve({ came: 'unsure' })))
  known.add('It is there.')
  await say('It is there.')
  await say('It is not.')
  await expect.poll(() => handed.length).toBe(2)
  passed += claimGoodFor + 1000
  await channelJobs(house.house.ground, [asks])['look-at-deliveries']()
  await comesTo('It is there.', 'handed-over')
  await comesTo('It is not.', 'queued')
  expect(handed).toHaveLength(2)
  for (const release of releases) release()
})

test('a receipt and a bounce are put down by what the other side knows it by', async () => {
  answers = async () => ({ came: 'taken', reference: 'their-number-1' })
  await say('See you there.')
  await comesTo('See you there.', 'handed-over')
  expect(await hearOf(house.house.ground, 'email', 'their-number-1', { state: 'delivered' })).toBe(true)
  await comesTo('See you there.', 'delivered')
  expect(
    await hearOf(house.house.ground, 'email', 'their-number-1', { state: 'returned', why: 'full' }),
  ).toBe(true)
  expect(await hearOf(house.house.ground, 'email', 'their-number-1', { state: 'delivered' })).toBe(true)
  await comesTo('See you there.', 'returned')
  expect(await page(at)).toContain('their mailbox is full')
  expect(await hearOf(house.house.ground, 'email', 'nobody knows', { state: 'delivered' })).toBe(false)
})

test('what surely comes from them is their message, however often it comes, with the whole of it one step away', async () => {
  const came = from({
    words: 'Thank you. Jamie will be there.',
    whole: 'Thank you. Jamie will be there.\n\n> We meet\n\n-- \nSam, 07700 900456',
  })
  const all = await Promise.all([1, 2, 3].map(() => receive(house.house.ground, came)))
  expect(all.map(({ outcome }) => outcome)).toEqual(['message', 'message', 'message'])
  expect(await receive(house.house.ground, came)).toEqual({ outcome: 'message', known: true })
  expect((await bodies()).filter(body => body === came.words)).toHaveLength(1)
  const html = await (await amira.get(at)).text()
  expect(wordsOf(html)).toContain('Came by email.')
  const whole = /\/messages\/[0-9a-f-]+\/whole/.exec(html)?.[0] ?? ''
  expect(await page(whole)).toContain('> We meet')
  expect(await page(whole)).toContain('[a phone number: ask your manager]')
  expect(await page(whole)).not.toContain('900456')
  expect((await (await signedIn(house, 'ben')).get(whole)).status).toBe(404)
})

test('words longer than a message takes are several messages, and none is lost', async () => {
  const words = Array.from({ length: 1500 }, (_, at) => `word${at}`).join(' ')
  expect(await receive(house.house.ground, from({ words }))).toEqual({ outcome: 'message', known: false })
  const parts = (await bodies()).filter(body => /^word\d/.test(body))
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.join(' ') === words).toBe(true)
})

test('what is not surely theirs is held; their manager sees it and lets it through, and it is their message', async () => {
  const words = 'It is me, from another address.'
  const held = {
    words,
    is: { kind: 'held', reason: 'other-sender' } as const,
    from: 'sam.other@family.example',
  }
  expect(await receive(house.house.ground, from(held))).toEqual({ outcome: 'held', known: false })
  expect(await page(at)).not.toContain(words)
  const carys = await signedIn(house, 'carys')
  expect(await page('/duties', carys)).toContain('Something came that waits for you')
  const link = /\/arrivals\/[0-9a-f-]{36}/.exec(await (await carys.get('/arrivals')).text())?.[0] ?? ''
  expect(await page(link, carys)).toContain(words)
  for (const other of ['amira', 'ben', 'ivan'] as const)
    expect((await (await signedIn(house, other)).get(link)).status).toBe(404)
  await carys.go(link, { as: cast.sam.id })
  expect(await page(at)).toContain(words)
  expect(await page(at)).toContain('Came by email, let through by Carys Powell.')
  expect(await page('/duties', carys)).not.toContain('Something came that waits')
  expect(await rows('select 1 from arrival_words where body <> $1', [''])).toEqual([])
  const looked = await rows(`select 1 from entry where event = 'arrival.read' and person_id = $1`, [
    cast.carys.id,
  ])
  expect(looked.length).toBeGreaterThan(0)
})

test('what is set aside is nobody’s message, and its words are gone', async () => {
  await receive(house.house.ground, from({ words: 'Buy now.', is: { kind: 'held', reason: 'not-proven' } }))
  const carys = await signedIn(house, 'carys')
  const link = /\/arrivals\/[0-9a-f-]{36}/.exec(await (await carys.get('/arrivals')).text())?.[0] ?? ''
  // Nobody has asked the administrator: what a family wrote is not theirs to read.
  expect([(await grace.get(link)).status, await page('/arrivals', grace)]).toEqual([
    404,
    expect.stringContaining('Nothing is held.'),
  ])
  await carys.go(link, { as: 'aside' })
  expect((await carys.get(link)).status).toBe(404)
  expect(await bodies()).not.toContain('Buy now.')
  expect(await rows('select 1 from arrival_words where body = $1', ['Buy now.'])).toEqual([])
})

test('raw SQL as the application’s role: nothing is decided twice or for another, no state is gone back on', async () => {
  const id = newId()
  await receive(
    house.house.ground,
    from({ externalId: id, words: 'Hm.', is: { kind: 'held', reason: 'not-proven' } }),
  )
  const decide = `update arrival set outcome = 'set-aside', decided_by = '${cast.carys.id}', decided_at = now() where external_id = '${id}'`
  await expect(asApp(decide)).rejects.toThrow(/nobody for another/)
  await expect(asApp(`update delivery set state = 'claimed' where state = 'handed-over'`)).rejects.toThrow(
    /does not become/,
  )
})

test('a child’s email is not sent once their parent says no while it waits: nothing is handed over, and its writer is told', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const samSays = (yes: readonly string[]) =>
    grace.go(`/agreements/${cast.jamie.id}/enter`, {
      ...{ sent: '1', by: cast.sam.id, how: 'said', on: today },
      ...{ last: new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10) },
      ...Object.fromEntries(yes.map(channel => [channel, 'yes'])),
    })
  await grace.go(`/people/${cast.jamie.id}/way`, { way: 'email' })
  const to = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Club' })
  const jamies = async () => {
    const [row] = await rows<{ id: string; state: DeliveryState; message_id: string }>(
      `select d.* from delivery d join message m on m.id = d.message_id
       where m.body = 'Bring your kit.' and d.person_id = $1`,
      [cast.jamie.id],
    )
    return row
  }
  const jamiesComesTo = (state: DeliveryState) =>
    expect.poll(async () => (await jamies())?.state, { timeout: 10_000 }).toBe(state)
  answers = async () => ({ came: 'not-yet' })
  await amira.go(`${to}/write`, { body: 'Bring your kit.', key: newId() })
  await jamiesComesTo('queued')
  const before = handed.length
  await samSays(['web', 'text', 'call'])
  answers = async () => ({ came: 'taken' })
  const row = await jamies()
  const about = {
    agencyId: riverside,
    messageId: row?.message_id as never,
    personId: cast.jamie.id,
  }
  await deliver(house.house.ground, [provider], about)
  await jamiesComesTo('failed')
  expect(handed).toHaveLength(before)
  expect(await page(`/deliveries/${row?.id}`)).toContain(
    'nobody agrees to reaching them in this way any more',
  )
  expect(await page('/duties')).toContain('A message may not have arrived')
  // The database refuses the claim, whoever makes it.
  await expect(
    asApp(`update delivery set state = 'queued' where id = '${row?.id}';
      update delivery set state = 'claimed', attempts = attempts + 1 where id = '${row?.id}'`),
  ).rejects.toThrow(/nobody has agreed/)
  await samSays(['web', 'email', 'text', 'call'])
  await amira.go(`/deliveries/${row?.id}`, { what: 'again' })
  await jamiesComesTo('handed-over')
})

test('a family chooses for itself, and only a way that is here', async () => {
  const answer = await grace.post(`/people/${cast.sam.id}/way`, { way: 'text' })
  expect(answer.status).toBe(409)
  expect((await amira.get(`/people/${cast.sam.id}/way`)).status).toBe(404)
})

test('whether it arrived is asked of whoever has the conversation now, when its writer leaves', async () => {
  answers = async () => ({ came: 'refused', why: 'no-such-address' })
  await say('Bring a scarf.')
  await comesTo('Bring a scarf.', 'failed')
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.amira.id}/leaving`, {
    'to-children': cast.farid.id,
    'to-conversations': cast.ben.id,
  })
  const ben = await signedIn(house, 'ben')
  const look = `/deliveries/${(await delivery('Bring a scarf.'))?.id}`
  expect(await (await ben.get('/duties')).text()).toContain(`href="${look}"`)
  expect(wordsOf(await (await ben.get(look)).text())).toContain('there is no such address')
  await ben.go(look, { what: 'other' })
  expect(await (await ben.get('/duties')).text()).not.toContain(`href="${look}"`)
})
