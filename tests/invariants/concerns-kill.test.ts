import { expect, test } from 'vitest'
import { concernRounds } from '../drills/concerns/rounds.ts'

test('twice killed while people tell of concerns and write in them, once with PostgreSQL: all that was acknowledged is there, once, and opens with its code', async () => {
  const rounds = await concernRounds(2, () => {})
  expect(rounds.flatMap(({ lost }) => lost)).toEqual([])
  for (const { told, done } of rounds) expect(Math.min(told, done)).toBeGreaterThan(0)
}, 180_000)
