import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { locatorOf, readCode } from '../code.ts'

let house: TestHouse
const people = {} as Record<'ellen' | 'farid' | 'carys' | 'amira', Person>
beforeAll(async () => {
  house = await openHouse()
  for (const name of ['ellen', 'farid', 'carys', 'amira'] as const) people[name] = await signedIn(house, name)
  for (const who of [people.ellen, people.farid]) await makesKey(who)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

test('a worry about a message is a concern: with the message in it, sealed, and whoever wrote it finds nothing of it', async () => {
  const { amira, carys, ellen } = people
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, {
    body: 'Canary elderberry: come to the side door.',
    key: crypto.randomUUID(),
  })
  const message = (await house.database.asOwner('select id from message order by id desc limit 1')).rows[0].id
  const worried = `${at}/messages/${message}/worried`
  const form = await (await carys.get(worried)).text()
  const said = { words: 'Canary fig: why the side door?', key: hiddenOn(form, 'key') }
  const next = await carys.go(worried, said)
  const told = wordsOf(await (await carys.get(next)).text())
  const [, code = ''] = /with this code: ([0-9A-Z-]{19})/.exec(told) ?? []
  await carys.go(worried, said)
  const { rows } = await house.database.asOwner('select id, subjects, came_by, about, locator from concern')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ subjects: [cast.amira.id], came_by: 'message', about: ['worker'] })
  const read = readCode(code)
  expect(read && Buffer.from(locatorOf(read)).equals(rows[0].locator)).toBe(true)
  expect((await house.database.asOwner('select 1 from worry')).rows).toEqual([])
  const seen = wordsOf(await (await ellen.get(`/concerns/${rows[0].id}`)).text())
  for (const part of ['Canary elderberry', 'Canary fig', 'Amira Haddad', 'Carys Powell', at])
    expect(seen).toContain(part)
  expect(wordsOf(await (await amira.get('/duties')).text())).not.toContain('concern')
  const { rows: clear } = await house.database.asOwner(
    `select count(*)::int as n from duty d where d::text ilike '%canary%'`,
  )
  expect(clear[0].n).toBe(0)
})

test('about a manager’s message it is told as about a manager', async () => {
  const { amira, carys } = people
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Friday' })
  await carys.go(`${at}/write`, { body: 'See you on Friday.', key: crypto.randomUUID() })
  const message = (await house.database.asOwner('select id from message order by id desc limit 1')).rows[0].id
  const worried = `${at}/messages/${message}/worried`
  const form = await (await amira.get(worried)).text()
  await amira.go(worried, { words: '', key: hiddenOn(form, 'key') })
  const { rows } = await house.database.asOwner(
    'select about, subjects from concern order by reported_at desc limit 1',
  )
  expect(rows[0]).toEqual({ about: ['manager'], subjects: [cast.carys.id] })
})
