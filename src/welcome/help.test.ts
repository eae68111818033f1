import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { Person, signedIn, wordsOf } from '../../tests/setup/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

test('the help page opens to anybody, and 999 comes first', async () => {
  const answer = await new Person(house).get('/help')
  expect(answer.status).toBe(200)
  const html = await answer.text()
  const words = wordsOf(html.slice(html.indexOf('<h1')))
  expect(words).toMatch(/^Get help now .{0,20}If a child is in danger now, call 999/)
  const first = words.indexOf('999')
  for (const later of ['CEOP', 'Internet Watch Foundation', '0800 1111', '0808 800 5000'])
    expect(words.indexOf(later), later).toBeGreaterThan(first)
  expect(html).toContain('https://www.ceop.police.uk/Safety-Centre/')
  expect(html).toContain('https://www.iwf.org.uk/report')
  expect(words).toContain('Do not save, copy, print or send them')
})

test('every page says 999 and leads to help, signed in or not', async () => {
  const amira = await signedIn(house, 'amira')
  const pages = await Promise.all([
    new Person(house).get('/sign-in'),
    new Person(house).get('/nowhere'),
    ...['/', '/policies', '/conversations', '/duties'].map(path => amira.get(path)),
  ])
  for (const page of pages) {
    const html = await page.text()
    expect(wordsOf(html)).toContain('If a child is in danger now, call 999.')
    expect(html).toContain('href="/help"')
  }
})
