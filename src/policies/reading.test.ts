import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn } from '../../tests/setup/person.ts'
import { publish } from '../../tests/setup/publish.ts'
import { acceptableUse } from '../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`
const page = async (who: Person, path: string) => (await who.get(path)).text()
const headingsOf = (html: string) =>
  [...html.matchAll(/<h2[^>]* id="(part-\d+)"[^>]*>([^<]+)/g)].map(([, id, words]) => [id, words])

test('a long policy is read in pieces: every part is listed before it, in its order, and leads to itself', async () => {
  const amira = await signedIn(house, 'amira')
  for (const path of [at, `${at}/versions/1`]) {
    const html = await page(amira, path)
    const nav = /<nav[^>]*aria-label="Contents"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
    const listed = [...nav.matchAll(/href="#(part-\d+)"[^>]*>([^<]+)/g)].map(([, id, words]) => [id, words])
    expect(listed.length).toBeGreaterThan(20)
    expect(listed).toEqual(headingsOf(html))
    expect(html).toContain('href="#contents"')
  }
})

test('what can be done with a policy stands before its text, and not after it', async () => {
  const html = await page(await signedIn(house, 'grace'), at)
  for (const words of ['Who has signed', 'Write a new version', 'plain text'])
    expect(html.indexOf(words)).toBeLessThan(html.indexOf('ly-prose'))
})

test('the policies lead to what goes with them, and to nothing that is closed to the reader', async () => {
  const leads = ['/induction', '/rules', '/posters', '/organisation']
  const seenBy = async (name: 'grace' | 'amira') => {
    const html = await page(await signedIn(house, name), '/policies')
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
    return leads.filter(lead => main.includes(`href="${lead}"`))
  }
  expect(await seenBy('grace')).toEqual(leads)
  expect(await seenBy('amira')).toEqual(leads.filter(lead => lead !== '/organisation'))
})

test('a short text has no list of parts, and whoever has yet to sign again is led nowhere else', async () => {
  await publish(house, at, { text: '# The one rule\n\nAsk first.', again: true })
  const amira = await signedIn(house, 'amira')
  const html = await page(amira, `${at}/sign`)
  expect(html).toContain('The one rule')
  expect(html).not.toContain('aria-label="Contents"')
  expect(await page(amira, '/policies')).not.toContain('What goes with them')
})
