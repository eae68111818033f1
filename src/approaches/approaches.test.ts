import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, cast } from '../demo/index.ts'
import { beginnings } from '../messages/index.ts'
import { system, write } from '../records/index.ts'
import { oweAnswers } from './look-again.ts'

let house: TestHouse
let amira: Person
let ben: Person
let carys: Person
let ellen: Person
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  ben = await signedIn(house, 'ben')
  carys = await signedIn(house, 'carys')
  ellen = await signedIn(house, 'ellen')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const html = async (who: Person, path: string) => (await who.get(path)).text()
const words = async (who: Person, path: string) => wordsOf(await html(who, path))
const rows = async (sql: string) => (await house.database.asOwner(sql)).rows
const newest = async () => (await rows('select * from approach order by told_at desc limit 1'))[0]
const told = { how: 'add', platform: 'instagram', did: 'nothing', happened: 'On Friday evening.' }

async function tell(who: Person, fields: Readonly<Record<string, string>>) {
  const key = hiddenOn(await html(who, '/approaches/new'), 'key')
  return who.go('/approaches/new', { ...told, ...fields, key })
}

test('a worker tells of an approach, is thanked and given kind words; their manager answers, and they read it', async () => {
  const at = await tell(amira, { who: cast.jamie.id })
  const page = await words(amira, at)
  expect(page).toContain('Thank you for telling')
  expect(page).toContain('You have done the right thing')
  expect(page).toContain(beginnings['to-child'].slice(0, 60))
  // There is no conversation with Jamie yet, so there is nowhere to send them.
  expect(page).not.toContain('Send these words')
  expect(await newest()).toMatchObject({
    told_by: cast.amira.id,
    person_id: cast.jamie.id,
    situation: 'child',
  })

  expect(await words(carys, '/duties')).toContain('Answer somebody who told of an approach')
  expect(await words(carys, '/approaches/team')).toContain('Jamie Taylor Amira Haddad Asked to be added')
  expect(await words(carys, at)).toContain('To be approached is nobody’s fault')
  const empty = await carys.post(`${at}/answer`, { words: ' ' })
  expect([empty.status, wordsOf(await empty.text())]).toEqual([
    422,
    expect.stringContaining('Write a few words back'),
  ])
  await carys.go(`${at}/answer`, { words: 'Thank you, Amira. I will speak to Sam tomorrow.' })
  expect(await words(carys, '/duties')).not.toContain('Answer somebody')

  expect(await words(amira, '/duties')).toContain('Read the answer to what you told')
  expect(await words(amira, at)).toContain('I will speak to Sam tomorrow. Carys Powell')
  expect(await words(amira, '/duties')).not.toContain('Read the answer')
  const events = await rows(`select event from entry where event like 'approach.%' order by at, id`)
  expect(events.map(({ event }) => event)).toEqual([
    'approach.told',
    'approach.read',
    'approach.answered',
    'approach.answer-seen',
  ])
})

test('the kind words go into the conversation there is, and each of them may be sent as it stands', async () => {
  const conversation = await amira.go('/conversations/new', {
    whom: `child:${cast.jamie.id}`,
    subject: 'Thursday',
  })
  const at = await tell(amira, { who: cast.jamie.id, how: 'game', platform: 'roblox' })
  const [, link = ''] = /href="([^"]*begin=to-child[^"]*)"/.exec(await html(amira, at)) ?? []
  expect(link).toBe(`${conversation}/write?begin=to-child#body`)
  for (const [name, said] of Object.entries(beginnings)) {
    const form = await html(amira, `${conversation}/write?begin=${name}`)
    expect(wordsOf(form)).toContain(said.slice(0, 60))
    await amira.go(`${conversation}/write`, { body: said, key: hiddenOn(form, 'key') })
  }
  // Words of one's own in an address are nobody's.
  expect(await words(amira, `${conversation}/write?begin=Meet+me`)).not.toContain('Meet me')
})

test('who told is seen by those they answer to and by designated persons, and by nobody else', async () => {
  const at = await tell(ben, { who: cast.lucia.id, how: 'message', did: 'accepted' })
  expect((await newest()).situation).toBe('parent')
  expect(await words(ben, at)).toContain('You accepted, and you told')
  for (const name of ['carys', 'dev', 'ellen', 'farid'] as const)
    expect([name, (await (await signedIn(house, name)).get(at)).status]).toEqual([name, 200])
  for (const name of ['amira', 'grace', 'ivan', 'joan'] as const)
    expect([name, (await (await signedIn(house, name)).get(at)).status]).toEqual([name, 404])
  // Whoever told does not answer themselves.
  expect((await ben.post(`${at}/answer`, { words: 'Fine.' })).status).toBe(404)
  const raw = house.database.asOwner(`
    select set_config('lanyard.agency', '${agencies.riverside.id}', false), set_config('lanyard.person', '${cast.ben.id}', false);
    insert into approach_answer values ('${agencies.riverside.id}', gen_random_uuid(), '${at.split('/').at(-1)}',
      '${cast.ben.id}', 'Fine.', now(), gen_random_uuid())`)
  await expect(raw).rejects.toThrow(/answered by another/)
})

test('somebody who is on no list is described; what is missing is said, and nothing typed is lost', async () => {
  const key = hiddenOn(await html(amira, '/approaches/new'), 'key')
  const nobody = await amira.post('/approaches/new', { ...told, who: 'other-child', key })
  const again = await nobody.text()
  expect([nobody.status, wordsOf(again)]).toEqual([409, expect.stringContaining('Say who they are')])
  expect(again).toContain('On Friday evening.')
  const at = await amira.go('/approaches/new', {
    ...told,
    who: 'other-past',
    described: 'Kit, Tuesdays',
    key,
  })
  expect(await words(amira, at)).toContain(beginnings['to-past'].slice(0, 40))
  // Ben works with Rosa; she is nobody Amira can name.
  const other = await amira.post('/approaches/new', { ...told, who: cast.rosa.id, key: crypto.randomUUID() })
  expect(other.status).toBe(409)
  // The same page, pressed twice.
  expect(await amira.go('/approaches/new', { ...told, who: 'other-past', described: 'Kit', key })).toBe(at)
  expect(await rows(`select id from approach where draft_key = '${key}'`)).toHaveLength(1)
})

test('what comes again and again is shown to whoever may read each of it, and blames nobody', async () => {
  for (const who of [amira, ben])
    await tell(who, { who: 'other-child', described: 'Ash from the skate park' })
  const page = await words(carys, '/approaches/team')
  expect(page).toContain('Ash from the skate park: 2 approaches, to 2 of the staff')
  expect(page).toMatch(/Amira Haddad was approached \d times\. Ask what would help/)
  expect(await words(ellen, '/approaches/team')).toContain('Ash from the skate park: 2 approaches')
  expect((await amira.get('/approaches/team')).status).toBe(404)
  // A manager of nobody who told sees nothing of it.
  expect(await words(await signedIn(house, 'ivan'), '/approaches/team')).not.toContain('Ash')
})

test('what a designated person tells of themselves is heard by others; and what is nobody’s to answer is found next day', async () => {
  const at = await tell(ellen, { who: 'other-parent', described: 'A father at the gate', how: 'connected' })
  expect(await words(ellen, at)).toContain(beginnings['to-connected'].slice(0, 40))
  const farid = await signedIn(house, 'farid')
  expect(await words(farid, '/duties')).toContain('Answer somebody who told of an approach')
  expect((await farid.get(at)).status).toBe(200)
  expect((await carys.get(at)).status).toBe(404)

  const look = () => write(house.house.ground, system(agencies.riverside.id), oweAnswers)
  expect(await look()).toBe(0)
  await house.database.asOwner(
    `update duty set closed_at = now(), closed_entry = opened_entry where kind = 'answer-approach' and person_id = '${cast.farid.id}'`,
  )
  expect(await look()).toBe(1)
  expect(await look()).toBe(0)
})
