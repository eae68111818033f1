import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { days, later } from '../../kit/clock.ts'

let house: TestHouse
let ellen: Person
let dev: Person
let now = later(new Date(), -days(420))
beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

/** What the register says of one adult, up to the next: the words of their part of the page. */
const partOf = async (who: Person, name: string): Promise<string> => {
  const html = await (await who.get('/concerns/low-level')).text()
  const part = html.split('<section').find(one => one.includes(name))
  return part === undefined ? '' : wordsOf(part)
}
const counted = async (sql: string, values: string[]) =>
  Number((await house.database.asOwner(`select count(*) as n from ${sql}`, values)).rows[0].n)

test('several small worries about one worker within a year are looked at together; when that worker has left they are all there as before', async () => {
  const doubt = (words: string, adult: string) =>
    tellsOf(house, new Person(house), { words, adult, about: 'worker', lowLevel: 'yes' })
  ellen = await signedIn(house, 'ellen')
  dev = await signedIn(house, 'dev')
  for (const who of [ellen, dev]) await makesKey(who)
  const ids: string[] = []
  const tells = async (words: string) => ids.push((await doubt(words, cast.ben.name)).id)
  await tells('He gave her a lift.')
  now = later(new Date(), -days(200))
  await tells('He was alone with two of them.')
  await doubt('She forgot the register.', cast.noor.name)
  now = later(new Date(), -days(20))
  await tells('He bought them sweets.')
  now = new Date()
  ;[ellen, dev] = [await signedIn(house, 'ellen'), await signedIn(house, 'dev')]
  // Two within a year, and one before it: that is no pattern yet.
  expect(await partOf(ellen, cast.ben.name)).not.toContain('together')
  await tells('He texted one of them.')
  for (const who of [ellen, dev]) {
    expect(await partOf(who, cast.ben.name)).toContain('Look at them together 3 within a year')
    expect(await partOf(who, cast.noor.name)).not.toContain('together')
  }

  const grace = await signedIn(house, 'grace')
  const before = await Promise.all([ellen, dev].map(who => partOf(who, cast.ben.name)))
  await grace.go(`/people/${cast.ben.id}/leaving`, { 'to-children': cast.carys.id })
  expect(await counted(`person where id = $1 and left_at is not null`, [cast.ben.id])).toBe(1)
  expect(await Promise.all([ellen, dev].map(who => partOf(who, cast.ben.name)))).toEqual(before)
  const html = await (await ellen.get('/concerns/low-level')).text()
  for (const id of ids) expect(html).toContain(`/concerns/${id}`)
  expect(
    await counted(`concern where id = any ($1::uuid[]) and report is not null`, [`{${ids.join()}}`]),
  ).toBe(4)
})
