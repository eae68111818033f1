import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'

let house: TestHouse
let grace: Person
beforeAll(async () => {
  house = await openHouse()
  grace = await signedIn(house, 'grace')
  for (let number = 1; number <= 45; number++)
    await grace.go('/people/invite', {
      name: `Newcomer ${number}_x`,
      email: `newcomer.${number}@riverside-youth.example`,
      role: 'volunteer',
      manager: 'nobody',
    })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const list = async (who: Person, query: string) => wordsOf(await (await who.get(`/people${query}`)).text())

test('a list of more than 50 people comes a page at a time, and everybody in it can be reached', async () => {
  expect(await list(grace, '')).toContain('1 to 50 of 57 people')
  const pages = (await list(grace, '')) + (await list(grace, '?page=2'))
  for (let number = 1; number <= 45; number++) expect(pages).toContain(`Newcomer ${number}_x`)
  expect(pages).toContain('Jamie Taylor')
  for (const beyond of ['?page=9', '?page=-1', '?page=x'])
    expect(await list(grace, beyond)).toContain('of 57 people')
})

test('somebody is found by a part of their name, whatever signs are in it; nobody found says so', async () => {
  expect(await list(grace, '?find=comer+7_')).toContain('1 person Name')
  expect(await list(grace, '?find=AMIRA')).toContain('Amira Haddad')
  expect(await list(grace, '?find=%25')).toContain('Nobody in this list has “%” in their name')
})

test('an administrator sees who has not joined, and families; nobody else finds a family there', async () => {
  expect(await list(grace, '?who=not-joined')).toContain('46 people')
  expect(await list(grace, '?who=children')).toContain('2 people')
  const ben = await signedIn(house, 'ben')
  expect(await list(ben, '?who=children')).not.toContain('Jamie')
  expect(await list(ben, '?find=Jamie')).toContain('Nobody in this list has “Jamie” in their name')
})
