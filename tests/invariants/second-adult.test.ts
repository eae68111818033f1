import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies, cast } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../setup/person.ts'

const jamieMail = cast.jamie.email ?? ''

let house: TestHouse
let owner: pg.Client
beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await owner.end()
  await house.close()
})

const openWithJamie = async (): Promise<{ amira: Person; at: string }> => {
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  return { amira, at }
}

/** A child comes in by the link and the code that are sent to them. */
async function jamieComesIn(): Promise<Person> {
  const letter = await house.mailbox.next(jamieMail, /\/f\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const jamie = new Person(house)
  expect((await jamie.post(path, { step: 'send' })).status).toBe(200)
  const code = await house.mailbox.next(jamieMail, /Your code is/)
  expect(await jamie.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })).toBe('/family')
  return jamie
}

test('a conversation with a child has the worker’s manager in it by itself, who is told by a duty', async () => {
  const { amira, at } = await openWithJamie()
  expect(wordsOf(await (await amira.get(at)).text())).toContain('Carys Powell (second adult)')
  const carys = await signedIn(house, 'carys')
  expect(wordsOf(await (await carys.get('/duties')).text())).toContain(
    'You are the second adult in a conversation',
  )
  await carys.get(at)
  expect(wordsOf(await (await carys.get('/duties')).text())).toContain('nothing for you to do now')
})

test('where a child writes first, the second adult is put in by the software and told, and the parents are not', async () => {
  const { amira, at } = await openWithJamie()
  const page = await (await amira.get(at)).text()
  await amira.go(`${at}/write`, { body: 'Hello Jamie', key: hiddenOn(page, 'key') })
  const jamie = await jamieComesIn()
  const form = await (await jamie.get('/family/new')).text()
  const to = await jamie.go('/family/new', {
    to: cast.amira.id,
    body: 'Can I tell you something?',
    key: hiddenOn(form, 'key'),
  })
  const words = wordsOf(await (await jamie.get(to)).text())
  expect(words).toContain('Can I tell you something?')
  expect(words).toContain('Carys Powell (second adult)')
  expect(words).not.toContain('Sam Taylor')
})

test('a child’s message that gives a telephone number is never stopped', async () => {
  const { amira, at } = await openWithJamie()
  await amira.go(`${at}/write`, {
    body: 'Hello again',
    key: hiddenOn(await (await amira.get(at)).text(), 'key'),
  })
  const jamie = await jamieComesIn()
  const list = await (await jamie.get('/family')).text()
  const mine = /\/family\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
  const page = await (await jamie.get(mine)).text()
  expect(
    await jamie.go(`${mine}/write`, { body: 'my number is 07700 900321', key: hiddenOn(page, 'key') }),
  ).toContain(mine)
})

test('the database stores no message in a conversation with a child that has lost its second adult', async () => {
  const { amira, at } = await openWithJamie()
  const id = at.split('/').at(-1) ?? ''
  await owner.query(
    `update participant set left_at = now() where conversation_id = $1 and person_id = any($2)`,
    [id, [cast.carys.id, cast.sam.id]],
  )
  expect(wordsOf(await (await amira.get(at)).text())).toContain('Paused since')
  const stopped = await amira.post(`${at}/write`, { body: 'Only us two', key: crypto.randomUUID() })
  expect(stopped.status).toBe(409)
  expect(wordsOf(await stopped.text())).toContain('a second responsible adult is not')

  // And not by raw SQL as the application's role either.
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true)`, [agencies.riverside.id])
  const insert = app.query(
    `insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, entry_id)
     values ($1, gen_random_uuid(), $2, $3, 'x', now(), gen_random_uuid(), gen_random_uuid())`,
    [agencies.riverside.id, id, cast.amira.id],
  )
  await expect(insert).rejects.toMatchObject({ code: 'LY002' })
  await app.end()

  // Nobody left in truth: the record says so, until the rows say what was recorded again.
  expect((await house.verify()).problems).toMatchObject([
    { what: expect.stringContaining('a row of participant') },
    {},
  ])
  await owner.query(`update participant set left_at = null where conversation_id = $1`, [id])
})

test.each([
  ['the writer', cast.amira.id, 404],
  ['everybody but the writer and the child', cast.carys.id, 409],
])(
  'a message on its way while %s is taken out is refused in words, with no fault',
  async (_, leaving, status) => {
    const { amira, at } = await openWithJamie()
    const id = at.split('/').at(-1) ?? ''
    const out = `conversation_id = '${id}' and person_id in ('${leaving}', '${cast.sam.id}')`
    await owner.query('begin')
    await owner.query('select 1 from conversation where id = $1 for update', [id])
    await owner.query(`update participant set left_at = now() where ${out}`)
    const sending = amira.post(`${at}/write`, { body: 'Are you there?', key: crypto.randomUUID() })
    await expect
      .poll(async () => (await owner.query(`select 1 from pg_locks where not granted`)).rowCount)
      .toBeGreaterThan(0)
    await owner.query('commit')
    expect((await sending).status).toBe(status)
    expect(house.faults).toEqual([])
    await owner.query(`update participant set left_at = null where ${out}`)
  },
)

test('pressed ten times, a message is sent once', async () => {
  const { amira, at } = await openWithJamie()
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  const all = await Promise.all(
    Array.from({ length: 10 }, () => amira.post(`${at}/write`, { body: 'Once', key })),
  )
  expect(all.map(answer => answer.status)).toEqual(Array(10).fill(303))
  const { rows } = await owner.query(`select count(*)::int as count from message where draft_key = $1`, [key])
  expect(rows[0].count).toBe(1)
})

test('a worker who does not work with a child cannot open a conversation with them, nor read one they are not in', async () => {
  const { at } = await openWithJamie()
  const ben = await signedIn(house, 'ben')
  const answer = await ben.post('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Hello' })
  expect(answer.status).toBe(409)
  expect((await ben.get(at)).status).toBe(404)
  expect((await ben.get(`${at}/live`)).status).toBe(404)
  expect((await ben.post(`${at}/write`, { body: 'x', key: crypto.randomUUID() })).status).toBe(404)
})
