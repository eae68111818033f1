import fc from 'fast-check'
import { expect, test } from 'vitest'
import { align } from './align.ts'
import { differenceOf, type Paragraph } from './difference.ts'

const evenly = (text: string) => text.split(/\s+/).filter(Boolean).join(' ')

/** The text before, or after, as the difference tells it: all words in their order. */
const side = (told: readonly Paragraph[], without: 'added' | 'removed') =>
  evenly(
    told
      .filter(({ kind }) => kind !== without)
      .map(one =>
        one.kind === 'changed'
          ? one.words
              .filter(({ kind }) => kind !== without)
              .map(({ text }) => text)
              .join(' ')
          : one.text,
      )
      .join('\n\n'),
  )

const policies = fc
  .array(
    fc.array(fc.constantFrom('we', 'do', 'not', 'text', 'a', 'child', 'alone', '-', '# Phones\n'), {
      maxLength: 12,
    }),
    { maxLength: 12 },
  )
  .map(blocks => blocks.map(words => words.join(' ')).join('\n\n'))

test('whatever the texts, the difference gives both of them back, and finds none between a text and itself', () => {
  fc.assert(
    fc.property(policies, policies, (before, after) => {
      const told = differenceOf(before, after)
      expect(side(told, 'added')).toBe(evenly(before))
      expect(side(told, 'removed')).toBe(evenly(after))
      expect(differenceOf(after, after).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

test('as much as can be is kept: never less than standing still', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), fc.array(fc.nat(5)), (before, after) => {
      const kept = align(before.map(String), after.map(String)).filter(({ kind }) => kind === 'same')
      const still = before.filter((word, at) => after[at] === word)
      expect(kept.length).toBeGreaterThanOrEqual(still.length)
      for (const step of kept) if (step.kind === 'same') expect(before[step.before]).toBe(after[step.after])
    }),
  )
})

test('a changed paragraph shows its words, a new one and one that is gone are whole', () => {
  const before = '# Phones\n\nUse the team phone. Call before nine at night.\n\nAsk Dev.'
  const after =
    '# Phones\n\nUse the team phone. Call before eight at night.\n\nNever give your own number to a child.'
  expect(differenceOf(before, after)).toEqual([
    { kind: 'same', text: '# Phones' },
    {
      kind: 'changed',
      words: [
        { kind: 'same', text: 'Use the team phone. Call before ' },
        { kind: 'removed', text: 'nine ' },
        { kind: 'added', text: 'eight ' },
        { kind: 'same', text: 'at night.' },
      ],
    },
    { kind: 'added', text: 'Never give your own number to a child.' },
    { kind: 'removed', text: 'Ask Dev.' },
  ])
})

test('spaces and line ends alone are no change', () => {
  const kinds = differenceOf('One  two\nthree.\n\n\nFour.', 'One two three.\n \nFour.').map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(['same', 'same'])
})

const words = (count: number, of: (at: number) => string, between: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => of(at) + between(at)).join('')
const hundred = 100_000
const alone = () => '\n\n'
const inRow = () => ' '

test.each([
  [
    'one paragraph, every word another',
    words(hundred / 8, at => `a${at}`, inRow),
    words(hundred / 8, at => `b${at}`, inRow),
  ],
  [
    'one paragraph, the same few words in another order',
    words(hundred / 2, at => 'abc'.charAt(at % 3), inRow),
    words(hundred / 2, at => 'acb'.charAt((at * 7) % 3), inRow),
  ],
  [
    'thousands of paragraphs of one letter',
    words(hundred / 3, at => 'ab'.charAt(at % 2), alone),
    words(hundred / 3, at => 'abc'.charAt((at * 5) % 3), alone),
  ],
  [
    'thousands of paragraphs back to front',
    words(9000, at => `p ${at} q`, alone),
    words(9000, at => `p ${9000 - at} q`, alone),
  ],
  [
    'the same words but one in ten',
    words(12_000, at => `w${at}`, inRow),
    words(12_000, at => (at % 10 ? `w${at}` : 'new'), inRow),
  ],
  ['no words at all, and then many', '\n'.repeat(hundred), words(hundred / 8, at => `b${at}`, alone)],
])('100 KB take no longer than a page may: %s', (_, before, after) => {
  // Processor time: what else the machine does is no part of it.
  const began = process.cpuUsage()
  const told = differenceOf(before, after)
  const { user, system } = process.cpuUsage(began)
  expect(side(told, 'removed')).toBe(evenly(after))
  expect((user + system) / 1000).toBeLessThan(2000)
})
