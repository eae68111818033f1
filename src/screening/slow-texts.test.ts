import fc from 'fast-check'
import { expect, test } from 'vitest'
import { screen } from './index.ts'
import { numberWords } from './number-words.ts'
import { plainWords } from './phrase.ts'
import { phraseRules } from './rules-phrases.ts'

/** Milliseconds of processor time, so that what else the machine does is not counted. */
function took(text: string): number {
  const from = process.cpuUsage()
  screen(text, { speaker: 'worker', allowed: { numbers: [], domains: [] } })
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}
const least = (text: string, times = 3) => Math.min(...Array.from({ length: times }, () => took(text)))

const repeated = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / Math.max(1, piece.length))).slice(0, length)

test.each(['0 ', 'a ', '.', '@', 'a@', '1/1/', '0:', 'a dot ', 'oh ', 'my snap is ', '1 a street '])(
  'a text of any size is read in time that grows as it does: “%s” over and over',
  piece => {
    // Four times the length; squared it would be sixteen times. Small times are mostly noise.
    expect(least(repeated(piece, 80_000))).toBeLessThan(10 * least(repeated(piece, 20_000)) + 30)
  },
)

test.each(['s*##him ', '##)fu$a$', 'c*##s ', 'f***ing ', '$#*#ing ', 'a***********a '])(
  'a word with stars in it, which may be one of many, is read as fast as others: “%s”',
  piece => {
    expect(least(repeated(piece, 5000))).toBeLessThan(8)
  },
)

/** What people may put between and around anything, to make it hard to read. */
const signs = [
  ...[
    '0',
    '1/',
    ':',
    'a',
    ' ',
    '@',
    '.',
    '*',
    '$',
    '!',
    '(',
    ')',
    '[',
    '{',
    '"',
    '“',
    '\n',
    '#',
    '+',
    '-',
    '_',
  ],
  ...[
    '\u200b',
    '\u0301',
    '\u0336',
    'e\u0301',
    'Z\u0351\u036b',
    'é',
    'о',
    '🔫',
    '👍\u{1f3fd}',
    '0\ufe0f\u20e3',
    'ß',
    '§',
  ],
  ...[
    '07700 900',
    '+44',
    'sw1a 1aa ',
    '12 elm road ',
    'Elm 12 ',
    'flat 1 ',
    '&#8220;',
    'www.',
    '.com',
    'a.b@',
    '//',
  ],
  ...['f*', 's*##', 'him ', 'fu', 'aaa', 'i said ', 'at ', 'dot ', 'com ', 'gmail ', 'plus '],
]
/** Every word that says digits, by itself and run together with the next. */
const said = [...numberWords.keys()].flatMap(word => [word, `${word} `])

const named: Readonly<Record<string, string>> = {
  '*': 'and',
  ':': ':',
  '<name>': 'sam',
  '<tag>': 'sam_7',
  '<number>': '14',
  '<end>': '.',
}
/** Each phrase of each rule as somebody might write it, and each with its last word left out, so that it is nearly there. */
const triggers = phraseRules.flatMap(({ phrases }) =>
  phrases.flatMap(phrase => {
    const words = phrase.split(' ').map(part => named[part] ?? plainWords(part)[0] ?? '')
    return [`${words.join(' ')} `, `${words.slice(0, -1).join(' ')} `]
  }),
)

/** The slowest text there is to be found among these pieces: from the slowest of some, its variations, and so on. */
function slowestOf(pieces: readonly string[], rounds: number): { parts: readonly string[]; took: number } {
  let slow = { parts: ['0 '], took: 0 }
  for (let round = 0; round < rounds; round++) {
    const some = fc.sample(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: round + 2 }), 40)
    for (const parts of some) {
      const tried = [...slow.parts.slice(0, round), ...parts]
      const time = least(repeated(tried.join(''), 5000))
      if (time > slow.took) slow = { parts: tried, took: time }
    }
  }
  return slow
}

test.each([
  ['signs', signs],
  ['number words', [...said, ...said, ' ', '0', '-', ',', '\u0336', 'and ']],
  ['phrases of the rules', triggers],
  ['all of them', [...signs, ...said, ...triggers]],
])('a search for slow texts comes upon none, of %s', (_, pieces) => {
  const { parts } = slowestOf(pieces, 4)
  // The search keeps what took longest, and so whatever the machine held up: it is timed anew.
  const slow = least(repeated(parts.join(''), 5000), 12)
  // Eight times the length: squared it would be sixty-four times.
  expect([parts, least(repeated(parts.join(''), 40_000)) < 16 * slow + 40]).toEqual([parts, true])
  expect([parts, slow < 15]).toEqual([parts, true])
})

test('each phrase over and over is read as fast as anything', () => {
  const isSlow = (text: string) => took(text) > 30 && least(text) > 30
  expect(triggers.filter(one => isSlow(repeated(one, 5000)))).toEqual([])
})
