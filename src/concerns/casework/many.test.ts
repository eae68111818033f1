import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { readBack } from '../../../tests/setup/pdf.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { asksToTake, decides } from '../../../tests/setup/taken.ts'
import { cast } from '../../demo/index.ts'
import type { ToldBody } from '../exports/body.ts'

// A child of whom more is told than one page shows at first: nothing of it is missing, and what is left out is said.

let house: TestHouse
let ellen: Person
beforeAll(async () => {
  house = await openHouse()
  ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const child = `/concerns/children/${cast.jamie.id}`
const all: string[] = []
const wordsAt = (at: number) => `Canary number ${at} of all.`

/** Somebody tells of it, and Ellen reads it and links Jamie, until there are so many. */
async function thereAre(many: number): Promise<void> {
  while (all.length < many) {
    const { id } = await tellsOf(house, new Person(house), { words: wordsAt(all.length), about: 'child' })
    all.push(id)
    await ellen.get(`/concerns/${id}`)
    await ellen.go(`/concerns/${id}/link`, { part: 'child', name: cast.jamie.name })
  }
}

const shownOn = async (path: string) => {
  const html = await (await ellen.get(path)).text()
  const list = /<ol class="ly-happened">[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
  const ids = [...list.matchAll(/\/concerns\/([0-9a-f-]{36})/g)].map(([, id]) => id)
  return { words: wordsOf(html), ids: new Set(ids), lines: list.match(/<li/g)?.length ?? 0 }
}

const exportsOn = async (path: string) => {
  const html = await (await ellen.get(path)).text()
  return new Set([...html.matchAll(/\/concerns\/exports\/[0-9a-f-]{36}/g)].map(([at]) => at))
}

test('a child’s page shows a hundred concerns and says nothing of more; with three more it says how many it leaves out, and shows them all when asked', async () => {
  await thereAre(100)
  const hundred = await shownOn(child)
  expect(hundred.ids).toEqual(new Set(all))
  expect(hundred.words).not.toContain('Left out here')
  await thereAre(103)
  const some = await shownOn(child)
  expect(some.ids).toEqual(new Set(all.slice(3)))
  expect(some.words).toContain(
    'Left out here: 3 of the 103 concerns, those that were linked first. Show everything',
  )
  const whole = await shownOn(`${child}?whole`)
  expect(whole.ids).toEqual(new Set(all))
  expect(whole.words).not.toContain('Left out here')
})

test('an export about them holds every one of the concerns, in both its files', async () => {
  await thereAre(103)
  expect((await shownOn(`${child}/export`)).words).toContain('The 103 concerns that you read')
  const at = await asksToTake(ellen, cast.jamie.id, 'court')
  await decides(ellen, at)
  const body: ToldBody = JSON.parse(JSON.parse(await (await ellen.get(`${at}/json`)).text()).text)
  expect(body.concerns.map(({ id }) => id).toSorted()).toEqual(all.toSorted())
  const said = body.entries.flatMap(({ told }) => told.parts.map(({ value }) => value))
  const { rows } = await house.database.asOwner('select id from entry where about_id = any($1)', [all])
  expect(body.entries.map(({ leaf }) => leaf.id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  const parts = [...(await (await ellen.get(at)).text()).matchAll(/href="([^"]*\/pdf(?:-\d+)?)"/g)]
  const pages = await Promise.all(
    parts.map(async ([, href = '']) => readBack(new Uint8Array(await (await ellen.get(href)).arrayBuffer()))),
  )
  const read = pages.flatMap(({ parts }) => parts.map(({ text }) => text)).join(' ')
  for (let number = 0; number < 103; number++) {
    expect(said).toContain(wordsAt(number))
    expect(read).toContain(wordsAt(number))
  }
})

test('of five hundred lines none is left out; of one more it says that the oldest is, and shows it when asked', async () => {
  await thereAre(103)
  const asked = async () => (await shownOn(child)).lines
  // That an export was asked for is a line of each concern.
  for (let lines = await asked(); lines < 500; lines = await asked())
    await asksToTake(ellen, cast.jamie.id, 'court')
  const full = await shownOn(child)
  expect(full.lines).toBe(500)
  expect(full.words).toContain('Left out here: 3 of the 103 concerns, those that were linked first. Show')
  const note = { words: 'One more.', whose: 'note', key: crypto.randomUUID() }
  await ellen.go(`/concerns/${all.at(-1)}/answer`, note)
  const more = await shownOn(child)
  expect(more.lines).toBe(500)
  expect(more.words).toContain('those that were linked first; the oldest line of the others. Show everything')
  const whole = await shownOn(`${child}?whole`)
  expect(whole.lines).toBe((full.lines / 100) * 103 + 1)
  expect(whole.words).not.toContain('Left out here')
})

test('the list of exports shows a hundred and says nothing of more; past that it says so, and shows them all when asked', async () => {
  // Of another child, of whom one thing is told.
  const { id } = await tellsOf(house, new Person(house), { words: 'She cried.', about: 'child' })
  await ellen.get(`/concerns/${id}`)
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: cast.rosa.name })
  const asked: string[] = []
  const before = (await exportsOn('/concerns/exports')).size
  const askUntil = async (many: number) => {
    while (before + asked.length < many) asked.push(await asksToTake(ellen, cast.rosa.id, 'court'))
  }
  await askUntil(100)
  expect(wordsOf(await (await ellen.get('/concerns/exports')).text())).not.toContain('the newest 100')
  await askUntil(101)
  expect(wordsOf(await (await ellen.get('/concerns/exports')).text())).toContain(
    'These are the newest 100. Show all of them',
  )
  expect((await exportsOn('/concerns/exports')).size).toBe(100)
  const whole = await exportsOn('/concerns/exports?whole')
  expect(whole.size).toBe(101)
  for (const at of asked) expect(whole).toContain(at)
})
