import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'

let house: TestHouse
let amira: Person
let carys: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const keyOn = async (page: string) => hiddenOn(await (await amira.get(page)).text(), 'key')
const writes = async (body: string, more: Readonly<Record<string, string>> = {}) =>
  amira.post(`${at}/write`, { body, key: await keyOn(at), ...more })
const words = async (person: Person, path: string) => wordsOf(await (await person.get(path)).text())
const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const stored = async (body: string) =>
  (await rows('select count(*)::int as count from message where body = $1', [body]))[0]?.count
const waitingIdOf = async (body: string): Promise<string> =>
  (await rows('select id from waiting_message where body = $1', [body]))[0]?.id
const emptied = () =>
  expect
    .poll(
      async () =>
        (await rows('select count(*)::int as n from graphile_worker.jobs where run_at <= now()'))[0]?.n,
      { timeout: 20_000 },
    )
    .toBe(0)

const secret = 'Let us keep this our little secret, do not tell your mum'
const asking = 'What is your phone number?'

test('a worker’s message that asks for a secret is held: it goes to no one, and its writer sees it wait', async () => {
  expect((await writes(secret)).status).toBe(303)
  expect(await stored(secret)).toBe(0)
  const page = await words(amira, at)
  expect(page).toContain('Your message that waits')
  expect(page).toContain('It goes to no one until your manager or the designated person has read it')
  // The second adult is in the conversation too, and does not see it there.
  expect(await words(carys, at)).not.toContain('our little secret')
})

test('the worker’s manager is owed a decision, reads it on the record, and sends it back with a word', async () => {
  const id = await waitingIdOf(secret)
  expect(await words(carys, '/duties')).toContain('A message waits for you')
  const page = await words(carys, `/conversations/waiting/${id}`)
  expect(page).toContain('our little secret')
  expect(page).toContain('asks for a secret to be kept')
  expect(page).toContain('GEN-INAPP-3')
  expect(
    (await rows(`select 1 from entry where event = 'waiting-message.read' and about_id = $1`, [id])).length,
  ).toBe(1)
  const to = `/conversations/waiting/${id}`
  const wordless = await carys.post(to, { step: 'sent-back', when: 'in-hours', word: '' })
  expect(wordless.status).toBe(409)
  await carys.go(to, { step: 'sent-back', when: 'in-hours', word: 'We keep no secrets. Say what you mean.' })
  expect(await stored(secret)).toBe(0)
  expect(await words(amira, '/duties')).toContain('A message was not sent')
  const back = await words(amira, to)
  expect(back).toContain('We keep no secrets. Say what you mean.')
  expect(back).toContain('our little secret')
  expect(await words(amira, '/duties')).not.toContain('A message was not sent')
  expect(await words(carys, '/duties')).not.toContain('A message waits for you')
  expect(await words(amira, at)).not.toContain('our little secret')
})

test('what is let go is sent once, as its writer’s, and on the record', async () => {
  const body = 'This is between us, it is our secret, do not tell your teacher'
  expect((await writes(body)).status).toBe(303)
  const id = await waitingIdOf(body)
  const to = `/conversations/waiting/${id}`
  await carys.go(to, { step: 'let-go', when: 'in-hours', word: '' })
  await expect.poll(() => stored(body), { timeout: 20_000 }).toBe(1)
  await emptied()
  await carys.post(to, { step: 'let-go', when: 'in-hours', word: '' })
  await emptied()
  expect(await stored(body)).toBe(1)
  const events = await rows(
    `select event, person_id from entry where about_id = $1 and event <> 'waiting-message.read' order by at, id`,
    [id],
  )
  expect(events.map(({ event }) => event)).toEqual([
    'message.waits',
    'waiting-message.let-go',
    'waiting-message.sent',
  ])
  const marks = await rows(
    `select 1 from message_mark k join message m on m.id = k.message_id where m.body = $1`,
    [body],
  )
  expect(marks.length).toBe(0)
  expect(events.map(({ person_id }) => person_id)).toEqual([cast.amira.id, cast.carys.id, null])
  expect(await words(amira, at)).toContain(body)
})

test('its writer withdraws what waits, and nobody lets it go then', async () => {
  const body = 'This is our secret, just you and me, tell nobody about it'
  await writes(body)
  const to = `/conversations/waiting/${await waitingIdOf(body)}`
  await amira.go(to, { step: 'withdrawn', when: '' })
  const late = await carys.post(to, { step: 'let-go', when: 'in-hours', word: '' })
  expect(late.status).toBe(409)
  expect(wordsOf(await late.text())).toContain('this message waits no more')
  expect(await stored(body)).toBe(0)
})

test('nobody lets their own message go, nor one of another team: the page does not, and the database does not', async () => {
  const body = 'Our secret again, do not tell anybody at home'
  await writes(body)
  const id = await waitingIdOf(body)
  const to = `/conversations/waiting/${id}`
  expect((await amira.post(to, { step: 'let-go', when: 'in-hours', word: '' })).status).toBe(409)
  const [ben, joan] = [await signedIn(house, 'ben'), await signedIn(house, 'joan')]
  expect((await ben.get(to)).status).toBe(404)
  expect((await joan.get(to)).status).toBe(404)
  expect((await (await signedIn(house, 'grace')).get(to)).status).toBe(404)
  const { pool } = house.house.ground
  const steps = async (person: string, step: string, as = person) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`,
        [agencies.riverside.id, as],
      )
      await client.query(
        `insert into waiting_step (agency_id, id, waiting_id, step, person_id, word, goes_at, at, entry_id)
         values ($1, gen_random_uuid(), $2, $3, $4, 'a word here', case when $3 = 'let-go' then now() end, now(), gen_random_uuid())`,
        [agencies.riverside.id, id, step, person || null],
      )
      return 'taken'
    } catch (error) {
      return (error as { code?: string }).code
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  expect(await steps(cast.amira.id, 'let-go')).toBe('LY056')
  expect(await steps(cast.amira.id, 'sent-back')).toBe('LY056')
  expect(await steps(cast.ben.id, 'let-go')).toBe('LY056')
  expect(await steps(cast.grace.id, 'let-go')).toBe('LY056')
  expect(await steps(cast.carys.id, 'withdrawn')).toBe('LY056')
  expect(await steps(cast.carys.id, 'let-go', cast.amira.id)).toBe('23514')
  for (const name of ['carys', 'dev', 'ellen', 'farid'] as const)
    expect([name, await steps(cast[name].id, 'let-go')]).toEqual([name, 'taken'])
  await amira.go(to, { step: 'withdrawn', when: '' })
})

test('a draft that waits cannot be sent past by its own key', async () => {
  const body = 'Do not tell your dad, it is our secret'
  const key = await keyOn(at)
  expect((await amira.post(`${at}/write`, { body, key })).status).toBe(303)
  expect((await amira.post(`${at}/write`, { body, key })).status).toBe(303)
  expect(await stored(body)).toBe(0)
  // Other words under its key are another message, and lost no more than it is.
  for (const _ of ['once', 'again'])
    expect((await amira.post(`${at}/write`, { body: 'See you on Thursday at 4', key })).status).toBe(303)
  expect(await stored('See you on Thursday at 4')).toBe(1)
  expect((await rows('select 1 from waiting_message where draft_key = $1', [key])).length).toBe(1)
  await amira.go(`/conversations/waiting/${await waitingIdOf(body)}`, { step: 'withdrawn', when: '' })
})

test('a worker is asked about a message that asks for a detail, loses no word, and sends it with a reason that the manager reads', async () => {
  const asked = await writes(asking)
  expect(asked.status).toBe(409)
  const html = await asked.text()
  expect(wordsOf(html)).toContain('asks for a personal detail')
  expect(html).toContain(asking)
  expect(html).toContain('name="reason"')
  const key = hiddenOn(html, 'key')
  const short = await amira.post(`${at}/write`, { body: asking, key, reason: 'because' })
  expect(short.status).toBe(409)
  expect(await short.text()).toContain('>because</textarea>')
  expect(await stored(asking)).toBe(0)
  const reason = 'The office has lost the number and asked me to get it'
  await amira.go(`${at}/write`, { body: asking, key, reason })
  expect(await stored(asking)).toBe(1)
  const [mark] = await rows(`select id, reason, kind from message_mark where kind = 'asked'`)
  expect(mark?.reason).toBe(reason)
  expect(await words(carys, '/duties')).toContain('Look at a message that was marked for you')
  const looked = await words(carys, `/conversations/marked/${mark?.id}`)
  expect(looked).toContain(asking)
  expect(looked).toContain(reason)
  expect(await words(carys, '/duties')).not.toContain('Look at a message that was marked for you')
  expect((await amira.get(`/conversations/marked/${mark?.id}`)).status).toBe(404)
  expect(
    (
      await rows(
        `select 1 from entry where event in ('message.marked', 'message.looked-at') and about_id = $1`,
        [mark?.id],
      )
    ).length,
  ).toBe(2)
})

test('a manager’s page of what waits names who wrote, and says no word of it', async () => {
  const body = 'It stays our secret, do not tell your family about it'
  await writes(body)
  const page = await words(carys, '/conversations/waiting')
  expect(page).toContain('Amira Haddad, in “Thursday”')
  expect(page).not.toContain('our secret')
  expect((await amira.get('/conversations/waiting')).status).toBe(404)
  expect(await words(await signedIn(house, 'farid'), '/conversations/waiting')).toContain('Amira Haddad')
  expect(await words(await signedIn(house, 'ivan'), '/conversations/waiting')).not.toContain('Amira Haddad')
})

test('erasing what waited and was sent takes the words from where they waited too', async () => {
  const body = 'It is our secret, so do not tell anyone at school'
  await writes(body)
  const to = `/conversations/waiting/${await waitingIdOf(body)}`
  await carys.go(to, { step: 'let-go', when: 'in-hours', word: '' })
  await expect.poll(() => stored(body), { timeout: 20_000 }).toBe(1)
  const [message] = await rows('select id from message where body = $1', [body])
  const ellen = await signedIn(house, 'ellen')
  await ellen.go(`${at}/messages/${message?.id}/erase`, {
    reason: 'A request under Article 17',
    checked: 'yes',
  })
  expect((await rows('select 1 from waiting_message where body = $1', [body])).length).toBe(0)
  expect(await words(carys, to)).toContain('The words of this message have been erased.')
})
