import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'

let house: TestHouse
let now = new Date('2026-11-26T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ clock: () => now })
  await makesKey(await signedIn(house, 'ellen'))
})
afterAll(async () => {
  await house.close()
})

const at = '/tell/riverside-youth'
const shown = async () =>
  (await house.database.asOwner('select to_whom, times from danger_shown order by shown_at, id')).rows

/** Where a link of a page leads, by the beginning of its address. */
const linkOn = (html: string, begins: string) =>
  new RegExp(`href="(${begins}[^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

async function dangerAfter(page: string, form: string): Promise<string> {
  const stranger = new Person(house)
  const to = linkOn(await (await stranger.get(page)).text(), form)
  const html = await (await stranger.get(to)).text()
  const said = { code: hiddenOn(html, 'code'), danger: hiddenOn(html, 'danger') }
  await stranger.go(form, { ...said, words: 'He waits for me.', about: 'unknown' })
  return dangerOfLast()
}
const dangerOfLast = async () =>
  (
    await house.database.asOwner(
      `select facts->>'danger' as danger from concern order by reported_at desc, id desc limit 1`,
    )
  ).rows[0].danger

test('a form opens to nobody who has not come through the danger gate; what they said there stands, and is never made up', async () => {
  const stranger = new Person(house)
  for (const [form, gate] of [
    [`${at}/words`, at],
    [`${at}/child/words`, `${at}/child`],
    [`${at}/words?danger=certainly`, at],
  ] as const) {
    const answer = await stranger.get(form)
    expect([form, answer.status, answer.headers.get('location')]).toEqual([form, 303, gate])
  }
  expect(await dangerAfter(at, `${at}/words`)).toBe('no')
  expect(await dangerAfter(`${at}/child`, `${at}/child/words`)).toBe('no')
  expect(await dangerAfter(`${at}/danger`, `${at}/words`)).toBe('yes')
  expect(await dangerAfter(`${at}/online`, `${at}/words`)).toBe('not-known')
  const code = 'K7QD93XM4TRE8WZ2'
  await stranger.go(`${at}/words`, { code, words: 'Straight to it.', about: 'unknown' })
  expect(await dangerOfLast()).toBe('not-known')
  const amira = await signedIn(house, 'amira')
  const paper = hiddenOn(await (await amira.get('/concerns/from-paper')).text(), 'code')
  await amira.go('/concerns/from-paper', {
    code: paper,
    words: 'On paper.',
    about: 'unknown',
    day: '2026-11-25',
  })
  expect(await dangerOfLast()).toBe('not-known')
})

test('where 999 is shown oftener than anybody reads it, a number a minute is kept: no showing is lost', async () => {
  const before = (await shown()).length
  const stranger = new Person(house)
  stranger.from = '203.0.113.5'
  for (let one = 0; one < 75; one++) await stranger.get(`${at}/danger`)
  expect(await shown()).toHaveLength(before + 60)
  now = new Date(now.getTime() + 61_000)
  const other = new Person(house)
  other.from = '198.51.100.5'
  await other.get(`${at}/danger`)
  const all = (await shown()).slice(before)
  expect(
    all
      .map(({ times }) => times)
      .toSorted((a, b) => b - a)
      .slice(0, 2),
  ).toEqual([15, 1])
  expect(all.reduce((sum, { times }) => sum + times, 0)).toBe(76)
})

test('the 999 page answers at once while the database answers nothing, and what was shown is kept once it does', async () => {
  const before = (await shown()).length
  const who = await signedIn(house, 'amira')
  const client = new pg.Client({ connectionString: house.database.ownerUrl })
  await client.connect()
  await client.query('begin; lock table agency, danger_shown, organisation_fact in access exclusive mode')
  const began = performance.now()
  for (const one of [new Person(house), who]) {
    const answer = await one.get(`${at}/danger`)
    expect(answer.status).toBe(200)
    expect(wordsOf(await answer.text())).toContain('Call 999')
  }
  expect(performance.now() - began).toBeLessThan(6000)
  await client.query('rollback')
  await client.end()
  for (let tries = 0; (await shown()).length < before + 2 && tries < 100; tries++)
    await new Promise(done => setTimeout(done, 50))
  expect(await shown()).toHaveLength(before + 2)
})

test('where the organisation cannot be read, the page is the same without the local line', async () => {
  const whole = wordsOf(await (await new Person(house).get(`${at}/danger`)).text())
  expect(whole).toContain('Then Riverside')
  await house.database.asOwner('revoke select on agency from lanyard_app')
  const answer = await new Person(house).get(`${at}/danger`)
  await house.database.asOwner('grant select on agency to lanyard_app')
  expect(answer.status).toBe(200)
  const words = wordsOf(await answer.text())
  expect(words).toContain('Call 999')
  expect(words).toContain('0800 1111')
  expect(words).not.toContain('Then Riverside')
})
