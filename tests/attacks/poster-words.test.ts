import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { signedIn, wordsOf } from '../setup/person.ts'

// A poster hangs where children pass: an administrator who wants to be rung alone might word one.

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

test.each([
  ['a number of their own', 'Ring Grace any time: 07700 900123'],
  ['a number over two lines', 'Ring 07700\n900123 any time'],
  ['an address of their own', 'Write to grace.at.home@gmail.com'],
  ['an account of their own', 'Find me on Snapchat: grace_lin_99'],
])(
  'a poster for children with %s is not worded so: the page says why, and what was typed is there still',
  async (_, points) => {
    const grace = await signedIn(house, 'grace')
    const page = await (await grace.get('/posters/worried-child/wording')).text()
    const boxes = [...page.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map(([, name]) => name ?? '')
    expect(boxes.length).toBeGreaterThan(0)
    const answer = await grace.post('/posters/worried-child/wording', { [boxes[0] ?? '']: points })
    const html = await answer.text()
    expect([answer.status, wordsOf(html)]).toEqual([
      409,
      expect.stringContaining('Nothing was changed: this gives'),
    ])
    expect(html).toContain(points.split('\n')[0])
    const { rows } = await house.database.asOwner('select 1 from poster_wording where poster = $1', [
      'worried-child',
    ])
    expect(rows).toEqual([])
  },
)

test('the organisation’s own number may stand on one, and helplines that are everybody’s', async () => {
  const grace = await signedIn(house, 'grace')
  const page = await (await grace.get('/posters/worried-child/wording')).text()
  const [box = ''] = [...page.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map(([, name]) => name ?? '')
  const { rows } = await house.database.asOwner(`select phone from agency where slug like 'riverside%'`, [])
  const points = `Ring us: ${rows[0].phone}\nChildline: 0800 1111`
  expect((await grace.post('/posters/worried-child/wording', { [box]: points })).status).toBe(303)
})
