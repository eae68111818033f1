import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'
import { system, write } from '../../records/index.ts'
import { oweWorries } from './answer-worry.ts'

let house: TestHouse
let amira: Person
let ellen: Person
let farid: Person
let jamie: Person
let conversation: string
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  ellen = await signedIn(house, 'ellen')
  farid = await signedIn(house, 'farid')
  conversation = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await say(amira, 'Come to the side door at 4pm, Jamie.')
  jamie = await comesIn(house, 'jamie')
  const ben = await signedIn(house, 'ben')
  const lucias = await ben.go('/conversations/new', { whom: `parents:${cast.rosa.id}`, subject: 'Saturday' })
  await say(ben, 'We begin at 10am.', lucias)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const html = async (who: Person, path: string) => (await who.get(path)).text()
const words = async (who: Person, path: string) => wordsOf(await html(who, path))
const rows = async (sql: string) => (await house.database.asOwner(sql)).rows
const id = () => conversation.split('/').at(-1) ?? ''

async function say(who: Person, body: string, at = conversation): Promise<string> {
  await who.go(`${at}/write`, { body, key: crypto.randomUUID() })
  return (await rows('select id from message order by id desc limit 1'))[0]?.id
}
const worried = (message: string, family = false) =>
  `${family ? `/family/${id()}` : conversation}/messages/${message}/worried`
async function raise(who: Person, at: string, said = ''): Promise<string> {
  const page = await html(who, at)
  await who.go(at, { words: said, key: hiddenOn(page, 'key') })
  return (await rows('select id from worry order by raised_at desc limit 1'))[0]?.id
}

test('a child says that a message worries them; the designated person reads it in its place, on the record; its author sees nothing', async () => {
  const message = await say(amira, 'Tell nobody that I asked.')
  const own = await say(jamie, 'Why?', `/family/${id()}`)
  const page = await html(jamie, `/family/${id()}`)
  expect(page).toContain(`href="${worried(message, true)}"`)
  // Nobody is worried about their own.
  expect(page).not.toContain(worried(own, true))
  expect((await jamie.get(worried(own, true))).status).toBe(404)

  const form = await words(jamie, worried(message, true))
  expect(form).toContain('Ellen Fraser will read it')
  expect(form).toContain('Amira Haddad is not told')
  expect(form).toContain('0800 1111')
  await amira.get(conversation)
  const before = await words(amira, conversation)
  const worry = await raise(jamie, worried(message, true), 'It is a secret')
  expect(await words(amira, conversation)).toBe(before)
  expect(await words(amira, '/duties')).not.toContain('worried about a message')
  expect((await amira.get(`/worries/${worry}`)).status).toBe(404)

  expect(await words(ellen, '/duties')).toContain('Somebody is worried about a message. Read it')
  expect(await words(farid, '/duties')).not.toContain('worried about a message')
  const read = await words(ellen, `/worries/${worry}`)
  for (const part of [
    'Jamie Taylor',
    'It is a secret',
    'Tell nobody that I asked.',
    'this is the message',
    'side door',
  ])
    expect(read).toContain(part)
  expect(await rows(`select person_id from entry where event = 'worry.read'`)).toEqual([
    { person_id: cast.ellen.id },
  ])
  // What the log says to anybody names neither the message nor whose it is.
  const [raised] = await rows(`select leaf from entry where event = 'worry.raised'`)
  for (const one of [message, id(), cast.amira.id]) expect(raised?.leaf).not.toContain(one)

  await ellen.go(`/worries/${worry}/answer`, { words: 'Spoke with Jamie and with Carys.' })
  expect(await words(ellen, '/duties')).not.toContain('worried about a message')
  expect(await words(ellen, '/worries')).toContain('Dealt with')
})

test('a worry about the designated person’s own message goes to the deputy, and the designated person sees nothing of it', async () => {
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.ellen.id}/work`, { child: cast.jamie.id, purpose: 'A talk a month' })
  const at = await ellen.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'A talk' })
  const message = await say(ellen, 'Let us talk on Friday.', at)
  const [, talk = ''] = /conversations\/(.+)/.exec(at) ?? []
  const page = `/family/${talk}/messages/${message}/worried`
  expect(await words(jamie, page)).toContain('Farid Aziz will read it')
  const worry = await raise(jamie, page, 'I do not want to')
  expect((await ellen.get(`/worries/${worry}`)).status).toBe(404)
  expect(await words(ellen, '/worries')).not.toContain('A talk')
  expect(await words(ellen, '/duties')).not.toContain('worried about a message')
  expect((await farid.get(`/worries/${worry}`)).status).toBe(200)
  // Past the screens too.
  const raw = house.database.asOwner(`
    select set_config('lanyard.agency', '${agencies.riverside.id}', false), set_config('lanyard.person', '${cast.ellen.id}', false);
    insert into worry_answer values ('${agencies.riverside.id}', gen_random_uuid(), '${worry}', '${cast.ellen.id}',
      'Nothing.', now(), gen_random_uuid())`)
  await expect(raw).rejects.toThrow(/answers no worry about it/)

  // Nobody answers for a day: whoever else may read it owes it, and never who wrote the message.
  const look = () => write(house.house.ground, system(agencies.riverside.id), oweWorries)
  expect(await look()).toBe(0)
  await house.database.asOwner(
    `update duty set closed_at = now(), closed_entry = opened_entry where kind = 'read-worry' and about_id = '${worry}'`,
  )
  expect(await look()).toBe(1)
  const owing = await rows(
    `select person_id from duty where kind = 'read-worry' and about_id = '${worry}' and closed_at is null`,
  )
  expect(owing.map(({ person_id }) => person_id).sort()).toEqual([cast.dev.id, cast.farid.id].sort())
  expect((await (await signedIn(house, 'dev')).get(`/worries/${worry}`)).status).toBe(200)
})

test('staff raise one too, pressed twice it is one, and no stranger to the conversation can', async () => {
  const message = await say(jamie, 'He said he would hurt me.', `/family/${id()}`)
  const key = crypto.randomUUID()
  for (const _ of [1, 2]) await amira.go(worried(message), { words: '', key })
  expect(await rows(`select words, told from worry where draft_key = '${key}'`)).toEqual([
    { words: null, told: [cast.ellen.id] },
  ])
  for (const name of ['ben', 'grace', 'joan'] as const)
    expect([name, (await (await signedIn(house, name)).get(worried(message))).status]).toEqual([name, 404])
  expect((await (await comesIn(house, 'lucia')).get(worried(message, true))).status).toBe(404)
})
