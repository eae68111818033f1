import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'
import { asTyped, days, hours, inFull, later } from '../../kit/clock.ts'
import { read, readOnRecord, system, write } from '../../records/index.ts'
import { lateConcerns } from './late.ts'
import { lookAfter } from './look-after.ts'
import { openingOf } from './opening.ts'

let house: TestHouse
let ellen: Person
let dev: Person
let farid: Person
let grace: Person
// After the people of the house were put down, by the machine’s clock.
let now = later(new Date(), hours(1))
beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
  ;[ellen, dev, farid, grace] = await Promise.all([
    signedIn(house, 'ellen'),
    signedIn(house, 'dev'),
    signedIn(house, 'farid'),
    signedIn(house, 'grace'),
  ])
  for (const who of [ellen, dev, farid]) await makesKey(who)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const owes = async (who: Person, id: string) =>
  (await (await who.get('/duties')).text()).includes(`/concerns/${id}`)
const look = () => write(house.house.ground, system(agencies.riverside.id), lookAfter)
const tell = async (about: string) =>
  (await tellsOf(house, new Person(house), { words: 'Canary lemon.', about, what_conduct: 'yes' })).id
const dueOf = async (id: string, kind: string) => {
  const { rows } = await house.database.asOwner(
    'select due_at from duty where about_id = $1 and kind = $2 and closed_at is null',
    [id, kind],
  )
  return rows[0] ? inFull(rows[0].due_at) : undefined
}

test('late, it comes to the deputy, then to the head, whose keys open it already; never to whom it is about', async () => {
  const id = await tell('child')
  await look()
  expect(await owes(farid, id)).toBe(false)
  now = later(now, hours(4))
  await look()
  expect([await owes(farid, id), await owes(dev, id)]).toEqual([true, false])
  now = later(now, hours(4))
  await look()
  expect(await owes(dev, id)).toBe(true)
  await unlocks(farid)
  await farid.go(`/concerns/${id}/open`, { reason: 'covering', words: '', key: crypto.randomUUID() })
  expect(wordsOf(await (await farid.get(`/concerns/${id}`)).text())).toContain('Canary lemon')
  expect([await owes(ellen, id), await owes(dev, id)]).toEqual([false, false])
  const theirs = await tell('deputy-designated-person')
  now = later(now, hours(1))
  const wait = await tell('designated-person')
  expect(await owes(dev, wait)).toBe(true)
  await look()
  expect([await owes(farid, theirs), await owes(farid, wait), await owes(ellen, wait)]).toEqual([
    false,
    false,
    false,
  ])
})

test('what somebody owes who has left is owed by another who reads it; the page on which they leave says nothing of it', async () => {
  await unlocks(ellen)
  const id = await tell('child')
  await ellen.get(`/concerns/${id}`)
  await ellen.go(`/concerns/${id}/let-in`, { person: cast.farid.id })
  const to = {
    words: 'Ring the school.',
    owner: cast.farid.id,
    day: asTyped(later(now, days(9))).day,
    key: crypto.randomUUID(),
  }
  await ellen.go(`/concerns/${id}/action`, to)
  const { rows } = await house.database.asOwner('select id from concern_action where concern_id = $1', [id])
  const about = `/concerns/actions/${rows[0]?.id}`
  const html = await (await grace.get(`/people/${cast.farid.id}/leaving`)).text()
  expect(wordsOf(html).toLowerCase()).not.toContain('concern')
  expect((await ellen.get('/duties').then(page => page.text())).includes(about)).toBe(false)
  const names = [...html.matchAll(/name="(to-[a-z]+)"/g)].map(([, name = '']) => [name, cast.ellen.id])
  await grace.go(`/people/${cast.farid.id}/leaving`, Object.fromEntries(names))
  await look()
  expect((await ellen.get('/duties').then(page => page.text())).includes(about)).toBe(true)
  expect(await look()).toBe(0)
})

test.each([
  ['over Easter', '2027-03-25T15:00:00Z', '3:00pm on 30 March 2027'],
  ['on Good Friday itself', '2027-03-26T11:00:00Z', '11:59pm on 30 March 2027'],
  ['over Christmas', '2026-12-24T16:30:00Z', '4:30pm on 29 December 2026'],
  ['over the night that leaves an hour out', '2028-03-24T16:00:00Z', '4:00pm on 27 March 2028'],
  ['over the night that has an hour twice', '2027-10-29T15:00:00Z', '4:00pm on 1 November 2027'],
])('one working day for the LADO and for an answer, %s', async (_, told, due) => {
  now = new Date(told)
  const id = await tell('worker')
  const { rows } = await house.database.asOwner('select * from concern where id = $1', [id])
  const { id: personId } = cast.ellen
  const actor = {
    kind: 'staff',
    agencyId: agencies.riverside.id,
    personId,
    name: 'Ellen',
    roles: [],
  } as never
  now = later(now, hours(2))
  await readOnRecord(house.house.ground, actor, writer => openingOf(writer, rows[0]))
  expect(await dueOf(id, 'tell-lado')).toBe(due)
  expect(await dueOf(id, 'answer-reporter')).toBe(due)
})

test('late still, its board sees that there is one more, and not which; never one that may be about a chair', async () => {
  await tell('child')
  await tell('chair')
  now = later(now, hours(15))
  const actor = {
    kind: 'staff',
    agencyId: agencies.board.id,
    personId: cast.helen.id,
    name: '',
    roles: [],
  } as never
  const figure = () => read(house.house.ground, actor, reader => lateConcerns(reader, agencies.riverside.id))
  const before = await figure()
  now = later(now, hours(2))
  expect(await figure()).toBe(before + 1)
  // Nobody but its own board is told any number.
  const other = { ...(actor as object), agencyId: agencies.hilltop.id } as never
  expect(await read(house.house.ground, other, reader => lateConcerns(reader, agencies.riverside.id))).toBe(0)
})
