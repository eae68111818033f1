import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw } from './draw.ts'

const spoken = fc.array(
  fc.record({ conversation: fc.integer({ min: 0, max: 60 }), worker: fc.integer({ min: 0, max: 8 }) }),
  { maxLength: 120 },
)
const named = (all: readonly { conversation: number; worker: number }[]) =>
  all.map(({ conversation, worker }) => ({ conversation: `c${conversation}`, worker: `w${worker}` }))
const lot = fc.record({
  root: fc.base64String({ minLength: 44, maxLength: 44 }),
  week: fc.constant('2026-11-23'),
  percent: fc.constantFrom(5, 10, 20, 50, 100),
})

test('at least the share is drawn, at least one of every worker, nothing twice and nothing that was not said', () => {
  fc.assert(
    fc.property(lot, spoken, (lot, some) => {
      const all = named(some)
      const drawn = draw(lot, all)
      const conversations = new Set(all.map(({ conversation }) => conversation))
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn.every(one => conversations.has(one))).toBe(true)
      expect(drawn.length).toBeGreaterThanOrEqual(Math.ceil((conversations.size * lot.percent) / 100))
      for (const worker of new Set(all.map(one => one.worker)))
        expect(all.some(one => one.worker === worker && drawn.includes(one.conversation))).toBe(true)
    }),
  )
})

test('whoever has the root draws the same, in whatever order they list what was said; another root draws others', () => {
  fc.assert(
    fc.property(lot, spoken, (lot, some) => {
      expect(draw(lot, named(some))).toEqual(draw(lot, named(some.toReversed())))
    }),
  )
  const hundred = Array.from({ length: 100 }, (_, at) => ({ conversation: `c${at}`, worker: 'w' }))
  const by = (root: string) => draw({ root, week: '2026-11-23', percent: 5 }, hundred)
  expect(by('A')).toHaveLength(5)
  expect(by('A')).not.toEqual(by('B'))
})

test('a draw of today is a draw of tomorrow: the places are those of SHA-256 over root, week and id', () => {
  const some = ['a', 'b', 'c', 'd'].map(conversation => ({ conversation, worker: 'w' }))
  expect(draw({ root: 'root', week: '2026-11-23', percent: 100 }, some)).toEqual(expectedOrder)
})
// printf 'root 2026-11-23 a' | sha256sum, and so on; put in order.
const expectedOrder = ['a', 'b', 'd', 'c']
