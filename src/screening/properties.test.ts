import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { type Allowed, isStopped, type Speaker, screen, screeningRules } from './index.ts'
import { phraseRules } from './rules-phrases.ts'

const nothing: Allowed = { numbers: [], domains: [] }
const speakers: readonly Speaker[] = ['worker', 'parent', 'child']
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  // Pieces that rules begin with, so that more than their first word is met.
  fc
    .array(
      fc.constantFrom(
        ...[
          'my snap is ',
          '07700 900',
          '@',
          '.com',
          ' at ',
          ' dot ',
          'double ',
          'oh ',
          '+44',
          '(0)',
          '/',
          ':',
          '£',
        ],
        ...[
          'my pin is ',
          '12 elm road',
          'sw1a',
          ' 1aa',
          'www.',
          's n a p',
          '\u200b',
          '0\ufe0f\u20e3',
          '\n',
          '\ud83d',
        ],
      ),
      { maxLength: 30 },
    )
    .map(pieces => pieces.join('')),
)

test('every text gets an answer whose findings stand within it, in order, and in every speaker’s case', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...speakers), (text, speaker) => {
      const found = screen(text, { speaker, allowed: nothing })
      let before = 0
      for (const { from, to, rule, strength } of found) {
        expect(from).toBeGreaterThanOrEqual(before)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(strength).toBe(screeningRules[rule].strength[speaker])
        before = from
      }
      if (speaker !== 'worker') expect(found.some(one => isStopped(one, speaker))).toBe(false)
    }),
    { numRuns: 1500 },
  )
})

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(anything, text => {
      expect(fold(fold(text).text).text).toBe(fold(text).text)
    }),
    { numRuns: 1500 },
  )
})

test('folding any one character is settled at once', () => {
  for (let code = 0; code < 0x20000; code++) {
    const once = fold(String.fromCodePoint(code)).text
    if (fold(once).text !== once)
      expect([code.toString(16), fold(once).text]).toEqual([code.toString(16), once])
  }
})

const drama = fc.integer({ min: 0, max: 999 }).map(last => `07700900${String(last).padStart(3, '0')}`)
const between = fc.constantFrom(
  '',
  ' ',
  '-',
  '.',
  '·',
  '_',
  '*',
  ' - ',
  '\u200b',
  '\u2060',
  ', ',
  '~',
  '|',
  ' (',
  '…',
)

test('putting separators between all its digits never hides a number', () => {
  fc.assert(
    fc.property(drama, fc.array(between, { minLength: 10, maxLength: 10 }), (number, gaps) => {
      const text = [...number].map((digit, at) => digit + (gaps[at] || ' ')).join('')
      const found = screen(`ring ${text} ok`, { speaker: 'worker', allowed: nothing })
      expect(found.some(one => one.rule === 'personal-number')).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('one kind of separator, wherever it is put, never hides a number', () => {
  const gap = fc.constantFrom(' ', '-', '_', '*', '·', '\u200b', '  ', ') (')
  fc.assert(
    fc.property(drama, gap, fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }), (number, by, where) => {
      const text = [...number].map((digit, at) => digit + (where[at] && at < 10 ? by : '')).join('')
      const found = screen(`ring ${text}`, { speaker: 'worker', allowed: nothing })
      expect(found.some(one => one.rule === 'personal-number')).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

const figure = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const ways = [
  (digit: number) => `${digit}`,
  (digit: number) => ` ${figure[digit]} `,
  (digit: number) => String.fromCodePoint(0xff10 + digit),
  (digit: number) => String.fromCodePoint(0x1d7d8 + digit),
  (digit: number) => `${digit}\ufe0f\u20e3`,
  (digit: number) => `${digit}\u0336`,
]

test('the organisation’s own number is never found, in whatever way it is written, and another always is', () => {
  const written = fc.array(fc.nat(ways.length - 1), { minLength: 11, maxLength: 11 })
  fc.assert(
    fc.property(drama, written, fc.constantFrom('0', '+44', '0044'), (number, each, front) => {
      const digits = [...number.slice(1)].map((digit, at) => ways[each[at] ?? 0]?.(Number(digit))).join('')
      const text = `call ${front}${digits} please`
      const numbersIn = (numbers: readonly string[]) =>
        screen(text, { speaker: 'worker', allowed: { numbers, domains: [] } }).filter(
          one => one.rule === 'personal-number',
        )
      expect(numbersIn([number])).toEqual([])
      expect(numbersIn(['02079460200'])).toHaveLength(1)
    }),
    { numRuns: 1000 },
  )
})

test('every rule has its words, and every phrase has a word that must be there', () => {
  expect(
    Object.values(screeningRules).every(({ cites, gives, instead }) => cites.length && gives && instead),
  ).toBe(true)
  expect(phraseRules.every(({ rule, phrases }) => rule in screeningRules && phrases.length > 0)).toBe(true)
})
