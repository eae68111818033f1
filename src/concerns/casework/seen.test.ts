import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { days, later } from '../../kit/clock.ts'

let house: TestHouse
let ellen: Person
let id: string
let now = new Date('2026-11-23T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
  ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
  id = (await tellsOf(house, new Person(house), { words: 'Canary damson.', about: 'worker' })).id
  await ellen.get(`/concerns/${id}`)
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: 'Jamie Taylor' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const page = async (path: string) => wordsOf(await (await ellen.get(path)).text())
const eventsOf = async (event: string) =>
  (await house.database.asOwner('select content from entry where event = $1', [event])).rows
const child = `/concerns/children/${cast.jamie.id}`
const decides = (time: string, day = '2026-11-23') =>
  ellen.go(`/concerns/${id}/decide`, {
    ...{ decision: 'consulted', body: 'police', why: 'To be sure.', reference: '' },
    ...{ day, time, key: crypto.randomUUID() },
  })

test('what was kept later than it happened says so, and what was before anybody told us; in the concern and with all that is told of the child', async () => {
  now = new Date('2026-11-23T17:00:00Z')
  await unlocks(ellen)
  await decides('16:50')
  expect(await page(`/concerns/${id}`)).not.toContain('kept at')
  await decides('10:30')
  await decides('09:00', '2026-11-20')
  for (const path of [`/concerns/${id}`, child]) {
    const seen = await page(path)
    expect(seen).toContain('(kept at 5:00pm)')
    expect(seen).toContain('(before we were told; kept at 5:00pm on 23 November 2026)')
    expect(seen.match(/kept at/g)?.length).toBeGreaterThan(1)
  }
})

test('whoever looks at all that is told of a child is seen to have looked, with their key unlocked; nobody has read it by that', async () => {
  await page(child)
  expect((await eventsOf('concern.seen-together')).length).toBe(1)
  expect(await page(`/concerns/${id}`)).toContain('Ellen Fraser saw what was done in it')
  await ellen.post('/sealing/lock', {})
  expect(await page(child)).toContain('Unlock your key')
  expect(await page(child)).not.toContain('Told: ')
})

test('nothing is done in a concern with a locked key, and what was typed stays on the page', async () => {
  const before = (await eventsOf('concern.opened')).length
  for (const [what, fields] of [
    ['open', { reason: 'work', words: 'Canary to stay' }],
    ['answer', { whose: 'reply', words: 'Canary to stay' }],
    ['close', { toward: 'close', words: 'Canary to stay' }],
    ['review', { words: 'Canary to stay', day: '2026-12-01' }],
  ] as const) {
    const answer = await ellen.post(`/concerns/${id}/${what}`, { ...fields, key: crypto.randomUUID() })
    const words = await answer.text()
    expect([what, answer.status, words.includes('your key is locked')]).toEqual([what, 409, true])
    expect(words).toContain('Canary to stay')
    expect(await page(`/concerns/${id}/${what}`)).toContain('Unlock your key')
  }
  expect((await eventsOf('concern.opened')).length).toBe(before)
})

test('on another day a pack asks why it is opened, as the concern does; a search is an entry, and says nothing of what was looked for', async () => {
  now = later(now, days(1))
  await unlocks(ellen)
  const pack = `/concerns/${id}/packs/for/lado`
  expect(await page(pack)).toContain('Why are you opening this?')
  expect(await page(pack)).not.toContain('damson')
  await ellen.go(`/concerns/${id}/open`, { reason: 'work', words: '', key: crypto.randomUUID() })
  expect(await (await ellen.get(pack)).text()).toContain('damson')
  await ellen.post('/concerns/search', { find: 'damson' })
  const searches = await eventsOf('concerns.searched')
  expect(searches.length).toBe(1)
  expect(searches[0]?.content).toContain(id)
  expect(searches[0]?.content).not.toContain('damson')
})
