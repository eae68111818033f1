import { expect, test } from 'vitest'
import { killRounds } from '../drills/kill/rounds.ts'

test('three times killed under load, once with PostgreSQL: every acknowledged message and signature is there, once, and the record holds', async () => {
  const rounds = await killRounds(3, () => {})
  expect(rounds.flatMap(({ lost }) => lost)).toEqual([])
  expect(rounds.filter(({ killed }) => killed !== 'server')).toHaveLength(1)
  for (const { messages } of rounds) expect(messages).toBeGreaterThan(0)
}, 180_000)
