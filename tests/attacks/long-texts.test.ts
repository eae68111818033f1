import { expect, test } from 'vitest'
import { ownPart, textOf } from '../../src/clauses/index.ts'
import { readDocument } from '../../src/kit/documents/read/index.ts'
import { tidyPasted } from '../../src/kit/markup/index.ts'
import { differenceOf } from '../../src/policies/difference/difference.ts'

// One process answers everybody: a text that takes a minute to tidy keeps messages and Get help now waiting for a minute.
// What takes time in proportion to its length is done in well under these; what takes the square of it took over a minute.

const within = (most: number, work: () => unknown): void => {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(most)
}
const spaces = (count: number) => `Phones${' '.repeat(count)}stay in the office.`

test('a policy of spaces keeps nobody waiting: neither as it is pasted, nor as it is put together', () => {
  within(2000, () => expect(tidyPasted(spaces(190_000))).toContain('stay in the office'))
  within(2000, () =>
    expect(textOf({ parts: [ownPart('one', 'Phones', spaces(190_000))], blanks: {} })).toContain('office'),
  )
  expect(tidyPasted('  One  two   \n   three  ')).toBe('One  two\nthree')
})

test('a file of spaces, as large as may be sent, is answered', async () => {
  const began = process.cpuUsage()
  const outcome = await readDocument(Buffer.from(spaces(19_000_000)), 'policy.txt')
  expect(outcome).toHaveProperty('refused')
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(20_000)
}, 60_000)

test('the difference of two texts of the longest kind is told soon, whatever is in them', () => {
  const words = (count: number, parted: string, turn: number) =>
    Array.from({ length: count }, (_, at) => `word${at % turn}`).join(parted)
  within(3000, () => differenceOf(words(28_000, ' ', 7), words(28_000, ' ', 5)))
  within(3000, () => differenceOf(words(25_000, '\n\n', 7), words(25_000, '\n\n', 5).replaceAll('w', 'v')))
})
