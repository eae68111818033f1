import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { signedIn, wordsOf } from '../../tests/setup/person.ts'
import { cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const home = async (name: Parameters<typeof signedIn>[1]) =>
  (await (await signedIn(house, name)).get('/')).text()

test('every link that stands on anybody’s page, at its head, its foot and on home itself, opens to them', async () => {
  const people = ['amira', 'ben', 'carys', 'dev', 'ellen', 'grace', 'helen', 'idris', 'kofi'] as const
  for (const name of people) {
    const links = [...(await home(name)).matchAll(/<a[^>]* href="(\/[^"]*)"/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(8)
    const person = await signedIn(house, name)
    for (const path of links) expect([name, path, (await person.get(path)).status]).toEqual([name, path, 200])
  }
})

test('home says what is new, and what is first to be done', async () => {
  const amira = await signedIn(house, 'amira')
  expect(wordsOf(await home('carys'))).toContain('There is nothing for you to do now')
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'We meet at 4pm.', key: newId() })
  const words = wordsOf(await home('carys'))
  expect(words).toContain('You are the second adult in a conversation. Read it')
  expect(words).toContain('My conversations 1 new')
  await (await signedIn(house, 'carys')).get(at)
  expect(wordsOf(await home('carys'))).not.toContain('1 new')
})
