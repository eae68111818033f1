import { expect, test } from 'vitest'
import { concernRounds } from '../drills/concerns/rounds.ts'

test('twice killed while people tell of concerns, once with PostgreSQL: every acknowledged one is there, once, and opens with its code', async () => {
  const rounds = await concernRounds(2, () => {})
  expect(rounds.flatMap(({ lost }) => lost)).toEqual([])
  for (const { told } of rounds) expect(told).toBeGreaterThan(0)
}, 180_000)
