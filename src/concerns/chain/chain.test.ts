import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathIn } from '../../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { emailOf } from '../../../tests/setup/sign-in.ts'
import { agencies, cast } from '../../demo/index.ts'
import { days } from '../../kit/clock.ts'
import { read, system, write } from '../../records/index.ts'
import { whereOf } from '../where.ts'
import { oweTrying } from './jobs.ts'
import { chainOf } from './links.ts'

let house: TestHouse
const people = {} as Record<'ellen' | 'farid' | 'dev' | 'amira', Person>
beforeAll(async () => {
  house = await openHouse({ concerns: 'off' })
  for (const name of ['ellen', 'farid', 'dev', 'amira'] as const) people[name] = await signedIn(house, name)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const form = '/tell/riverside-youth/words?danger=no'
const chain = '/concerns/chain'

test('before it is switched on the page says whom to call, even where somebody has a key', async () => {
  await makesKey(people.ellen)
  const closed = await page(new Person(house), form)
  expect(closed).toContain('Tell us by telephone')
  expect(closed).toContain('020 7946 0200')
})

test('it cannot be switched on until every link is whole; what is missing is said; then it is, and anybody can tell', async () => {
  const { dev, ellen, farid, amira } = people
  expect((await amira.get(chain)).status).toBe(404)
  expect(await page(dev, chain)).toContain('No key yet: Farid Aziz')
  const refused = await dev.post(chain, { do: 'on' })
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain('Something is missing')
  await makesKey(farid)
  expect(await page(dev, chain)).toContain('None has come yet')
  expect((await dev.post(chain, { do: 'on' })).status).toBe(409)
  await dev.go(chain, { do: 'letters' })
  const letter = await house.mailbox.next(emailOf('ellen'), /only tries whether letters reach you/)
  const came = pathIn(letter.text)
  // Neither whoever sent it nor anybody else can say so in her place.
  expect((await dev.get(came)).status).toBe(404)
  expect(await page(ellen, came)).toContain('The test letter came')
  expect((await dev.post(chain, { do: 'on' })).status).toBe(409)
  await ellen.go(came, {})
  await dev.go(chain, { do: 'on' })
  expect(await page(dev, chain)).toContain('Every link is whole')
  expect(hiddenOn(await (await new Person(house).get(form)).text(), 'code')).toHaveLength(16)
  const { rows } = await house.database.asOwner(
    `select event from entry where event like 'chain.%' or event like 'concerns.%' order by at, id`,
  )
  expect(rows.map(({ event }) => event)).toEqual([
    'chain.letter-sent',
    'chain.letter-sent',
    'chain.letter-came',
    'concerns.switched-on',
  ])
})

test('after a month it is to be tried again; a link that has broken is said, and the forms stay open while somebody reads', async () => {
  const { ellen } = people
  const { ground } = house.house
  const later = { ...ground, clock: () => new Date(Date.now() + days(36)) }
  const here = system(agencies.riverside.id)
  expect(await write(ground, here, oweTrying)).toBe(0)
  expect(await write(later, here, oweTrying)).toBe(2)
  expect(await write(later, here, oweTrying)).toBe(0)
  expect(await page(ellen, '/duties')).toContain('Try again whether letters')
  const then = await read(later, here, chainOf)
  expect([then.ready, then.links.filter(({ whole }) => !whole).map(({ name }) => name)]).toEqual([
    false,
    ['A letter that comes'],
  ])
  expect((await whereOf(later, 'riverside-youth', undefined))?.open).toBe(true)
  await ellen.go(chain, { do: 'letters' })
  const letter = await house.mailbox.next(emailOf('ellen'), /only tries whether letters reach you/)
  await ellen.go(pathIn(letter.text), {})
  expect(await page(ellen, '/duties')).not.toContain('Try again whether letters')
})

test('when the last deputy has the role no more, whoever is left owes a look at the chain the next morning, and finds what is missing', async () => {
  const { ground } = house.house
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.farid.id}/roles`, { role: 'deputy-designated-person', change: 'end' })
  expect(await write(ground, system(agencies.riverside.id), oweTrying)).toBe(1)
  expect(await page(people.ellen, '/duties')).toContain('Try again whether letters')
  expect(await page(people.ellen, chain)).toContain('Nobody has this role.')
})
