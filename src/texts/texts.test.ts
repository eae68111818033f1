import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pathIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type NotifyServer, openNotify, type SentText } from '../../tests/setup/notify.ts'
import { Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { channelJobs } from '../channels/index.ts'
import { cast } from '../demo/index.ts'
import { later, minutes } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { notify, textChannel, textJobs } from './index.ts'

const token = `callback-${randomUUID()}`
const sams = '447700900123'

let house: TestHouse
let server: NotifyServer
let passed = 0
let amira: Person
let grace: Person
let at: string
beforeAll(async () => {
  server = await openNotify()
  house = await openHouse({
    clock: () => later(new Date(), passed),
    env: {
      LANYARD_NOTIFY_KEY: server.key,
      LANYARD_NOTIFY_TEMPLATE: server.template,
      LANYARD_NOTIFY_URL: server.url,
      LANYARD_NOTIFY_CALLBACK: token,
    },
  })
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.sam.id}/way`, { way: 'text' })
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
  await server.close()
})
beforeEach(() => {
  server.next.length = 0
})

const rows = async <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await house.database.asOwner(sql, [...values])).rows as T[]
const page = async (path: string, who = amira) => wordsOf(await (await who.get(path)).text())
const say = (body: string) => amira.go(`${at}/write`, { body, key: newId() })
const stateOf = async (body: string): Promise<string | undefined> =>
  (
    await rows<{ state: string }>(
      'select d.state from delivery d join message m on m.agency_id = d.agency_id and m.id = d.message_id where m.body = $1',
      [body],
    )
  )[0]?.state
const comesTo = (body: string, state: string) =>
  expect.poll(() => stateOf(body), { timeout: 15_000 }).toBe(state)
const textOf = (body: string): readonly SentText[] => server.texts.filter(text => text.body.includes(body))

/** As Notify posts: no cookie, no origin, its token. */
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  house.fetch(
    new Request(house.url + path, {
      method: 'POST',
      headers: {
        host: new URL(house.url).host,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
const receipt = (text: SentText | undefined, status: string) =>
  post('/callbacks/notify/receipt', {
    id: text?.id,
    reference: text?.reference,
    to: text?.phone_number,
    status,
    created_at: new Date().toISOString(),
    completed_at: new Date().toISOString(),
    sent_at: new Date().toISOString(),
    notification_type: 'sms',
    template_id: server.template,
    template_version: 1,
  })
const texted = (message: string, about: { from?: string; id?: string } = {}) =>
  post('/callbacks/notify/text', {
    id: about.id ?? randomUUID(),
    source_number: about.from ?? sams,
    destination_number: '07700900999',
    message,
    date_received: new Date().toISOString(),
  })
const messages = async (): Promise<string[]> =>
  (await rows<{ body: string }>('select body from message order by id')).map(({ body }) => body)
const arrivals = (id: string) =>
  rows<{ outcome: string; reason: string | null }>(
    'select outcome, reason from arrival where external_id = $1',
    [id],
  )

test('what a worker writes goes as a text, says who writes, and nobody sees the number; a receipt says that it is there', async () => {
  await say('We meet at 4pm.')
  await comesTo('We meet at 4pm.', 'handed-over')
  const [text] = textOf('We meet at 4pm.')
  expect(text?.phone_number).toBe('+447700900123')
  expect(text?.body).toBe(
    'Amira Haddad, Riverside Youth Club: We meet at 4pm.\nReply to this text to answer. Text STOP to get no more texts.',
  )
  expect(text?.reference).not.toMatch(/Sam|Amira|7700/)
  expect((await receipt(text, 'delivered')).status).toBe(200)
  expect((await receipt(text, 'delivered')).status).toBe(200)
  expect(await stateOf('We meet at 4pm.')).toBe('delivered')
  const html = await (await amira.get(at)).text()
  expect(wordsOf(html)).toContain('Delivered to Sam Taylor’s phone')
  expect(html).not.toMatch(/7700/)
  await say('At the back door.')
  await comesTo('At the back door.', 'handed-over')
  // How to answer is said once.
  expect(textOf('At the back door.')[0]?.body).toBe('Amira Haddad, Riverside Youth Club: At the back door.')
})

test('an answer by text is said in the conversation as them, once, however often Notify brings it', async () => {
  const id = randomUUID()
  const brought = await Promise.all([1, 2, 3].map(() => texted('We will be there, thanks.', { id })))
  expect(brought.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await texted('We will be there, thanks.', { id })).status).toBe(200)
  expect((await messages()).filter(body => body === 'We will be there, thanks.')).toHaveLength(1)
  expect(await page(at)).toContain('Came by text')
})

test('whoever does not show the token, and whatever is not as Notify says, changes nothing', async () => {
  const before = await rows('select count(*) from entry')
  const wrong = { authorization: 'Bearer not-the-token' }
  const good = {
    id: randomUUID(),
    source_number: sams,
    destination_number: '1',
    message: 'Hello',
    date_received: new Date().toISOString(),
  }
  expect((await post('/callbacks/notify/text', good, wrong)).status).toBe(401)
  expect((await post('/callbacks/notify/text', good, { authorization: '' })).status).toBe(401)
  expect((await post('/callbacks/notify/receipt', {}, wrong)).status).toBe(401)
  // A browser is sent away before anything is looked at.
  expect((await post('/callbacks/notify/text', good, { origin: 'https://evil.example' })).status).toBe(403)
  for (const bad of ['{', '[]', '"x"', 'null', {}, { ...good, id: 'x' }, { ...good, message: 1 }])
    expect((await post('/callbacks/notify/text', bad)).status).toBe(400)
  expect((await post('/callbacks/notify/text', { ...good, date_received: 'soon' })).status).toBe(400)
  expect((await post('/callbacks/notify/text', { ...good, message: 'x'.repeat(70_000) })).status).toBe(413)
  expect((await post('/callbacks/notify/receipt', { status: 1 })).status).toBe(400)
  for (const reference of [null, 'x', `${randomUUID()}.${randomUUID()}.1`, { a: 1 }])
    expect((await post('/callbacks/notify/receipt', { reference, status: 'delivered' })).status).toBe(200)
  expect(await rows('select count(*) from entry')).toEqual(before)
})

test('a number that is nobody’s, a name in place of one, and a number of several people are held for a person', async () => {
  const [stranger, named, shared] = [randomUUID(), randomUUID(), randomUUID()]
  await texted('Who is this?', { id: stranger, from: '447700900777' })
  await texted('You have won', { id: named, from: 'PRIZES' })
  expect(await arrivals(stranger)).toEqual([{ outcome: 'held', reason: 'not-known' }])
  expect(await arrivals(named)).toEqual([{ outcome: 'held', reason: 'not-known' }])
  const ellen = await signedIn(house, 'ellen')
  expect(await page('/duties', ellen)).toContain('Something came that waits for you')
  await grace.go(`/people/${cast.lucia.id}/details`, {
    name: cast.lucia.name,
    email: cast.lucia.email ?? '',
    phone: '+44 (0)7700 900123',
  })
  await texted('Which of us?', { id: shared })
  expect(await arrivals(shared)).toEqual([{ outcome: 'held', reason: 'several-people' }])
  expect(await messages()).not.toContain('Which of us?')
  await grace.go(`/people/${cast.lucia.id}/details`, {
    name: cast.lucia.name,
    email: cast.lucia.email ?? '',
    phone: '07700 900456',
  })
  const untexted = randomUUID()
  await texted('Hello?', { id: untexted, from: '447700900456' })
  expect(await arrivals(untexted)).toEqual([{ outcome: 'held', reason: 'no-conversation' }])
})

test('too many at once: it is tried again by itself', async () => {
  server.next.push({ status: 429, error: 'RateLimitError', message: 'Exceeded rate limit' })
  await say('Bring a coat.')
  await comesTo('Bring a coat.', 'queued')
  expect(textOf('Bring a coat.')).toEqual([])
})

test('a key or a template that Notify refuses is told to the administrators, who say when it is put right', async () => {
  server.next.push({ status: 403, error: 'AuthError', message: 'Invalid token: API key not found' })
  await say('Bring a hat.')
  await comesTo('Bring a hat.', 'queued')
  server.next.push({ status: 400, error: 'BadRequestError', message: 'Template not found' })
  await say('Bring a scarf.')
  await comesTo('Bring a scarf.', 'failed')
  expect(await page('/duties', grace)).toContain('Texts are refused')
  const told = await page('/texts', grace)
  expect(told).toContain('AuthError')
  expect(told).toContain('BadRequestError')
  expect((await amira.get('/texts')).status).toBe(404)
  await grace.go('/texts', {})
  expect(await page('/duties', grace)).not.toContain('Texts are refused')
})

test('a number that Notify does not take is the writer’s to look at, and no administrator’s', async () => {
  server.next.push({ status: 400, error: 'ValidationError', message: 'phone_number Not a UK mobile number' })
  await say('Bring boots.')
  await comesTo('Bring boots.', 'failed')
  expect(await page('/duties')).toContain('may not have arrived')
  expect(await page('/duties', grace)).not.toContain('Texts are refused')
})

test('an answer that is lost is never a second text: Notify is asked whether it has the first', async () => {
  const { ground } = house.house
  const settings = { key: server.key, template: server.template, url: server.url }
  const channels = [textChannel({ ground, notify: notify(settings), url: house.url })]
  const look = () => channelJobs(ground, channels)['look-at-deliveries']()
  for (const [body, failing] of [
    ['The line broke.', 'taken-and-lost'],
    ['Notify broke.', 'broken-and-taken'],
  ] as const) {
    server.next.push(failing)
    await say(body)
    await expect.poll(() => textOf(body).length, { timeout: 15_000 }).toBe(1)
    await comesTo(body, 'claimed')
    passed += minutes(6)
    await look()
    expect(await stateOf(body)).toBe('handed-over')
    expect(textOf(body)).toHaveLength(1)
  }
  // Where Notify has nothing, it goes again.
  server.next.push({ status: 503, error: 'Exception', message: 'Service Unavailable' })
  await say('Nothing was taken.')
  await comesTo('Nothing was taken.', 'claimed')
  passed += minutes(6)
  await look()
  expect(await stateOf('Nothing was taken.')).toBe('queued')
  expect(textOf('Nothing was taken.')).toEqual([])
})

test('a receipt of failure is the writer’s to look at; a late one after all says that it arrived', async () => {
  await say('Is your phone on?')
  await comesTo('Is your phone on?', 'handed-over')
  const [text] = textOf('Is your phone on?')
  await receipt(text, 'temporary-failure')
  expect(await page(at)).toContain('their phone was off or out of reach')
  await receipt(text, 'delivered')
  expect(await stateOf('Is your phone on?')).toBe('delivered')
  await receipt(text, 'permanent-failure')
  expect(await stateOf('Is your phone on?')).toBe('delivered')
})

test('what is too long for a text, or what no text carries, is cut with a link to all of it, and the code comes by text', async () => {
  const long = `First. ${'This is a long message. '.repeat(60)}Last.`
  await say(long)
  await comesTo(long, 'handed-over')
  const [text] = textOf('First. This is')
  expect(text?.body.length).toBeLessThanOrEqual(918)
  expect(text?.body).not.toContain('Last.')
  const [, link = ''] =
    /Read all of it on your page: http:\/\/localhost:\d+(\/f\/\S+)$/.exec(text?.body ?? '') ?? []
  const sam = new Person(house)
  await sam.post(link, { step: 'send' })
  await expect.poll(() => textOf('is your code for').length, { timeout: 15_000 }).toBe(1)
  const [code = ''] = /^\d{6}/.exec(textOf('is your code for')[0]?.body ?? '') ?? []
  expect(await sam.go(link, { code })).toBe('/family')
  expect(await page(at.replace('/conversations', '/family'), sam)).toContain('Last.')
  await say('See you 👍')
  await comesTo('See you 👍', 'handed-over')
  expect(textOf('See you ?')[0]?.body).toContain('Read all of it on your page')
})

test('a text that Notify could not bring is asked for, and said once', async () => {
  const missed = {
    id: randomUUID(),
    user_number: sams,
    notify_number: '07700900999',
    service_id: randomUUID(),
    content: 'Nobody heard me.',
    created_at: new Date().toISOString(),
  }
  server.received.unshift(missed)
  const { ground } = house.house
  const settings = { key: server.key, template: server.template, url: server.url }
  const jobs = textJobs(ground, notify(settings), ['web', 'text'])
  await jobs['look-for-texts']()
  await jobs['look-for-texts']()
  // While Notify is away, nothing is: it is asked again.
  const away = { ...settings, url: 'http://127.0.0.1:9' }
  await textJobs(ground, notify(away), ['web', 'text'])['look-for-texts']()
  await texted('Nobody heard me.', { id: missed.id })
  expect((await messages()).filter(body => body === 'Nobody heard me.')).toHaveLength(1)
})

test('STOP ends texts at once: it is kept as said, they are reached by the page, and their worker is told; START begins again', async () => {
  const id = randomUUID()
  await texted('Stop.', { id })
  await texted('Stop.', { id })
  expect(await messages()).toContain('Stop.')
  const way = async () =>
    (await rows<{ way: string }>('select way from person where id = $1', [cast.sam.id]))[0]?.way
  expect(await way()).toBe('web')
  expect(await rows(`select wish, was_text from text_wish where person_id = $1`, [cast.sam.id])).toEqual([
    { wish: 'stop', was_text: true },
  ])
  const duties = await (await amira.get('/duties')).text()
  const [, told = ''] = /href="(\/texts\/wishes\/[^"]+)"/.exec(duties) ?? []
  expect(await page(told)).toContain('Sam Taylor asked for no more texts')
  expect(await page('/duties')).not.toContain('asked for no more texts')
  // Nobody sets it back but they themselves.
  const back = await grace.post(`/people/${cast.sam.id}/way`, { way: 'text' })
  expect(back.status).toBe(409)
  expect(wordsOf(await back.text())).toContain('STOP was texted from this number')
  expect(await way()).toBe('web')
  await texted('START')
  expect(await way()).toBe('text')
  await say('Good to have you back.')
  await comesTo('Good to have you back.', 'handed-over')
})

test('a worker who owes no look is not told who ended texts', async () => {
  const [wish] = await rows<{ id: string }>(`select id from text_wish where wish = 'stop'`)
  const ben = await signedIn(house, 'ben')
  expect((await ben.get(`/texts/wishes/${wish?.id}`)).status).toBe(404)
})

test('the database reads a number as the server does', async () => {
  const typed = [
    '07700 900123',
    '+44 (0)7700 900 123',
    '0044 7700 900123',
    '447700900123',
    '+33 6 12 34 56 78',
    'x',
  ]
  const found = await rows<{ as: string | null }>('select e164(t) as as from unnest($1::text[]) t', [typed])
  expect(found.map(row => row.as)).toEqual([...Array(4).fill('+447700900123'), '+33612345678', null])
})

test('when Notify takes none of our texts, or cannot be reached, those who would have got one and those who would be told of a concern see it on every page, until it takes one', async () => {
  const stopped = 'no text could be handed over'
  const people = await Promise.all((['ellen', 'farid', 'dev'] as const).map(name => signedIn(house, name)))
  const sam = new Person(house)
  const link = pathIn(server.texts.find(({ body }) => body.includes('/f/'))?.body ?? '')
  const before = server.texts.length
  await sam.post(link, { step: 'send' })
  const code = () => server.texts.slice(before).find(({ body }) => /\b\d{6}\b/.test(body))?.body
  await expect.poll(code, { timeout: 10_000 }).toBeDefined()
  await sam.go(link, { code: /\b\d{6}\b/.exec(code() ?? '')?.[0] ?? '' })
  const home = async (who: Person) => page(who === sam ? '/family' : '/', who)
  const all = async () =>
    Promise.all([...people, grace, sam].map(async who => (await home(who)).includes(stopped)))
  await say('Before anything is wrong.')
  await comesTo('Before anything is wrong.', 'handed-over')
  expect(await all()).toEqual([false, false, false, false, false])
  server.next.push({ status: 403, error: 'AuthError', message: 'Invalid token: API key not found' })
  await say('While the key is refused.')
  await expect.poll(all, { timeout: 20_000 }).toEqual([true, true, true, true, true])
  expect(await home(sam)).toContain('If you get texts from us, you get none now')
  expect(await home(grace)).toContain('the account with GOV.UK Notify')
  // A worker who would not be told of a concern by it, and cannot mend it, does not.
  expect(await home(amira)).not.toContain(stopped)
  await say('Once it is mended.')
  await expect.poll(all, { timeout: 20_000 }).toEqual([false, false, false, false, false])
  // Nobody answers there at all: the connection itself is refused.
  await server.close()
  await say('While nobody answers.')
  await expect.poll(all, { timeout: 20_000 }).toEqual([true, true, true, true, true])
  expect((await rows<{ why: string }>('select why from texts_stopped')).map(({ why }) => why)).toEqual([
    'unreachable',
  ])
})
