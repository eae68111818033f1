import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { makesKey } from '../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { cast } from '../demo/index.ts'
import { shownCode } from './code.ts'

let house: TestHouse
let ellen: Person
let dev: Person
let farid: Person
let amira: Person
beforeAll(async () => {
  house = await openHouse()
  ;[ellen, dev, farid, amira] = await Promise.all([
    signedIn(house, 'ellen'),
    signedIn(house, 'dev'),
    signedIn(house, 'farid'),
    signedIn(house, 'amira'),
  ])
  await Promise.all([ellen, dev, farid].map(who => makesKey(who)))
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = '/tell/riverside-youth'
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const vault = async () =>
  (await house.database.asOwner(`select id from agency where slug = 'riverside-youth-vault'`)).rows[0].id
const rows = async (table: string) =>
  (await house.database.asOwner(`select * from ${table} where agency_id = $1`, [await vault()])).rows

const tell = (who: Person, said: Readonly<Record<string, string>>) => tellsOf(house, who, said)

test('the gate stands before every form, and 999 is shown without a question; that it was shown is kept, of nobody', async () => {
  const stranger = new Person(house)
  const gate = await page(stranger, at)
  expect(gate).toContain('A child is in danger now')
  expect(gate).toContain('Something illegal online')
  expect(await page(stranger, `${at}/danger`)).toContain('Call 999')
  const shown = await rows('danger_shown')
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatchObject({ to_whom: 'anyone' })
  const { rows: told } = await house.database.asOwner(`select * from entry where event = 'danger.shown'`)
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ agency_id: await vault(), person_id: null })
})

test('a worker tells of a child; the designated person owes a look, unlocks, reads it, and it is on the record', async () => {
  const { id } = await tell(amira, {
    words: 'Canary apricot: bruises on her arm.',
    who: 'Rosa Silva',
    what_harm: 'yes',
    about: 'child',
  })
  expect(await page(ellen, '/duties')).toContain('Somebody told of a concern')
  expect(await page(ellen, '/concerns')).toContain('Not looked at yet')
  const seen = await page(ellen, `/concerns/${id}`)
  expect(seen).toContain('Canary apricot: bruises on her arm.')
  expect(seen).toContain('Rosa Silva')
  expect(seen).toContain('Amira Haddad')
  expect(await page(ellen, '/duties')).not.toContain('Somebody told of a concern')
  const { rows: entries } = await house.database.asOwner(
    `select event, person_id from entry where about_id = $1 order by at, id`,
    [id],
  )
  expect(entries).toEqual([
    { event: 'concern.reported', person_id: cast.amira.id },
    { event: 'concern.opened', person_id: cast.ellen.id },
  ])
})

test('pressed ten times it is there once, and answers the same each time', async () => {
  const code = hiddenOn(await (await amira.get(`${at}/words?danger=no`)).text(), 'code')
  const before = (await rows('concern')).length
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      amira.post(`${at}/words`, { code, words: 'Ten times.', about: 'unknown' }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303))
  expect((await rows('concern')).length).toBe(before + 1)
})

test('somebody without an account, unnamed, comes back by the code, reads the answer and adds to it', async () => {
  const stranger = new Person(house)
  const { code, id } = await tell(stranger, {
    words: 'Canary bilberry: he drives them home.',
    about: 'worker',
    nameless: 'yes',
    name: 'Nobody Known',
  })
  const seen = await page(ellen, `/concerns/${id}`)
  expect(seen).toContain('Canary bilberry')
  expect(seen).not.toContain('Nobody Known')
  await ellen.go(`/concerns/${id}/answer`, {
    words: 'Thank you. Which evening was it?',
    whose: 'reply',
    key: crypto.randomUUID(),
  })
  const later = new Person(house)
  await later.go('/told', { code: shownCode(code as never).toLowerCase() })
  const told = await page(later, '/told')
  expect(told).toContain('Canary bilberry')
  expect(told).toContain('Which evening was it?')
  await later.go('/told', { words: 'Canary cloudberry: Thursday.', key: crypto.randomUUID() })
  expect(await page(ellen, `/concerns/${id}`)).toContain('Canary cloudberry: Thursday.')
  await later.post('/told/leave', {})
  expect(await page(later, '/told')).not.toContain('Canary')
})

test('a note is for those who read it: whoever told does not see it', async () => {
  const stranger = new Person(house)
  const { id } = await tell(stranger, { words: 'Something.', about: 'unknown' })
  await ellen.go(`/concerns/${id}/answer`, {
    words: 'Canary damson.',
    whose: 'note',
    key: crypto.randomUUID(),
  })
  expect(await page(ellen, `/concerns/${id}`)).toContain('Canary damson.')
  expect(await page(stranger, '/told')).not.toContain('Canary damson.')
})

test('whom it is about finds nothing of it: by role, by name, by address, in any list', async () => {
  const { id } = await tell(amira, { words: 'About the deputy.', about: 'worker', adult: 'farid aziz' })
  expect((await farid.get(`/concerns/${id}`)).status).toBe(404)
  expect((await farid.get(`/concerns/${crypto.randomUUID()}`)).status).toBe(404)
  expect(await page(farid, '/concerns')).toContain('There is none.')
  expect(await page(ellen, '/concerns')).not.toContain('There is none.')
  const { id: theirs } = await tell(amira, {
    words: 'About her.',
    about: 'designated-person',
    adult: 'Ellen',
  })
  expect((await ellen.get(`/concerns/${theirs}`)).status).toBe(404)
  expect((await dev.get(`/concerns/${theirs}`)).status).toBe(200)
  const { rows: told } = await house.database.asOwner('select heard_by from concern where id = $1', [theirs])
  expect(told[0].heard_by).toEqual([cast.dev.id])
})

test('where nobody could read it who is not the one it is about, nothing is sent, nothing is lost, and it says whom to call', async () => {
  const stranger = new Person(house)
  const code = hiddenOn(await (await stranger.get(`${at}/words?danger=no`)).text(), 'code')
  const before = (await rows('concern')).length
  const answer = await stranger.post(`${at}/words`, {
    code,
    words: 'All of them.',
    about: 'worker',
    adult: 'Ellen Fraser, Dev Mehta and Farid Aziz',
  })
  const text = await answer.text()
  expect(answer.status).toBe(409)
  expect(wordsOf(text)).toContain('nothing was sent')
  expect(wordsOf(text)).toContain('0808 800 5000')
  expect(text).toContain('All of them.')
  expect((await rows('concern')).length).toBe(before)
})

test('what was written stands in no table in words', async () => {
  const { rows: tables } = await house.database.asOwner(
    `select table_schema || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables) {
    const { rows: found } = await house.database.asOwner(
      `select count(*)::int as n from ${name} t where t::text ilike '%canary%' or t::text ilike '%' || encode('Canary', 'hex') || '%'`,
    )
    expect([name, found[0].n]).toEqual([name, 0])
  }
})
