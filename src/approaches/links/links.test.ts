import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'
import { dayAt } from '../../guidance/index.ts'
import { days, later } from '../../kit/clock.ts'
import { system, write } from '../../records/index.ts'
import { lookAtLinks } from './look-at-links.ts'

let house: TestHouse
let now = new Date()
let amira: Person
let carys: Person
let people: Readonly<Record<'ben' | 'dev' | 'ellen' | 'farid' | 'grace', Person>>
beforeAll(async () => {
  house = await openHouse({ clock: () => now })
  amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
  people = {
    ben: await signedIn(house, 'ben'),
    dev: await signedIn(house, 'dev'),
    ellen: await signedIn(house, 'ellen'),
    farid: await signedIn(house, 'farid'),
    grace: await signedIn(house, 'grace'),
  }
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const html = async (who: Person, path: string) => (await who.get(path)).text()
const words = async (who: Person, path: string) => wordsOf(await html(who, path))
const dayIn = (count: number) => dayAt(later(now, days(count)))
const look = () => write(house.house.ground, system(agencies.riverside.id), lookAtLinks)

async function declare(who: Person, fields: Readonly<Record<string, string>>) {
  const key = hiddenOn(await html(who, '/personal-links/new'), 'key')
  return who.go('/personal-links/new', { relation: 'neighbour', platform: 'none', ...fields, key })
}

test('a worker declares a personal link, their manager decides, and they read what', async () => {
  const at = await declare(amira, {
    who: cast.sam.id,
    platform: 'whatsapp',
    says: 'We live on the same street.',
  })
  expect(await words(amira, at)).toContain('Until it is decided: keep whatever has to do with work here')
  expect(await words(carys, '/duties')).toContain('Decide on a personal link')
  expect(await words(carys, at)).toContain('To know somebody is no fault')

  // What is missing is said, and nothing is lost.
  const decide = (fields: Readonly<Record<string, string>>) => carys.post(`${at}/decide`, fields)
  const limits = await decide({ decision: 'within-limits', review: dayIn(60) })
  expect([limits.status, wordsOf(await limits.text())]).toEqual([
    409,
    expect.stringContaining('Say what the limits are'),
  ])
  const past = await decide({ decision: 'no-contact', review: dayIn(0) })
  expect([past.status, wordsOf(await past.text())]).toEqual([
    409,
    expect.stringContaining('Enter a day after today'),
  ])
  expect((await decide({ decision: 'no-contact', review: dayIn(400) })).status).toBe(409)
  expect((await decide({ decision: 'ends', review: dayIn(60) })).status).toBe(409)
  await carys.go(`${at}/decide`, {
    decision: 'within-limits',
    limits: 'A word over the fence. Nothing about the club.',
    review: dayIn(60),
  })
  expect(await words(carys, '/duties')).not.toContain('Decide on a personal link')

  expect(await words(amira, '/duties')).toContain('Read what was decided on your personal link')
  expect(await words(amira, at)).toContain('A word over the fence')
  expect(await words(amira, '/duties')).not.toContain('Read what was decided')
  // On her own page, for herself and those she answers to; and for no colleague.
  for (const who of [amira, carys])
    expect(await words(who, `/people/${cast.amira.id}`)).toContain('Sam Taylor . A neighbour')
  expect(await words(people.ben, `/people/${cast.amira.id}`)).not.toContain('A neighbour')
})

test('nobody decides on a link of their own, not even past the screens; and no colleague reads another’s', async () => {
  const { ellen, farid } = people
  const at = await declare(ellen, { who: 'other-child', described: 'My niece', relation: 'relative' })
  expect((await ellen.post(`${at}/decide`, { decision: 'no-contact', review: dayIn(60) })).status).toBe(404)
  expect(await words(farid, '/duties')).toContain('Decide on a personal link')
  for (const who of [people.ben, people.grace, people.dev, carys])
    expect((await who.get(at)).status).toBe(404)
  const raw = house.database.asOwner(`
    select set_config('lanyard.agency', '${agencies.riverside.id}', false), set_config('lanyard.person', '${cast.ellen.id}', false);
    insert into personal_link_decision values ('${agencies.riverside.id}', gen_random_uuid(), '${at.split('/').at(-1)}',
      'no-contact', null, null, current_date + 30, '${cast.ellen.id}', now(), gen_random_uuid())`)
  await expect(raw).rejects.toThrow(/decided on by another/)

  await ellen.go(`${at}/end`, {})
  expect(await words(ellen, at)).toContain('No longer so')
  expect(await words(farid, '/duties')).not.toContain('Decide on a personal link')
  expect((await farid.get(`${at}/decide`)).status).toBe(404)
})

test('what a leaver declared ends with them, and nothing is owed about it', async () => {
  const { ben, grace } = people
  const at = await declare(ben, { who: cast.lucia.id, relation: 'friend' })
  await grace.go(`/people/${cast.ben.id}/leaving`, {
    'to-children': cast.amira.id,
    'to-conversations': cast.amira.id,
  })
  expect(await words(carys, at)).toContain('Over: they have left')
  expect(await look()).toBe(1)
  expect(await words(carys, '/duties')).not.toContain('Decide on a personal link')
  const { rows } = await house.database.asOwner(
    `select because, ended_by from personal_link_end where link_id = '${at.split('/').at(-1)}'`,
  )
  expect(rows[0]).toEqual({ because: 'left', ended_by: null })
})

test('what was decided is to be looked at again two weeks before its day, by whoever hears its declarer', async () => {
  expect(await look()).toBe(0)
  now = later(now, days(50))
  expect(await look()).toBe(1)
  expect(await look()).toBe(0)
  const { rows } = await house.database.asOwner(
    `select person_id, due_at from duty where kind = 'review-link' and closed_at is null`,
  )
  expect(rows).toMatchObject([{ person_id: cast.carys.id }])
  expect(dayAt(rows[0]?.due_at)).toBe(dayIn(10))
})
