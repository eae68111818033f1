import { randomInt } from 'node:crypto'
import type { Field } from '../kit/forms/index.ts'
import { passphrase } from './rules.ts'
import { wordList } from './word-list.ts'

/** What a guess is taken to cost whoever has a copy of the database and a thousand computers: so many guesses a second. */
const guesses = 1_000_000
/** The least that is taken: by the count above, half of all guesses take eighteen years. */
export const leastBits = 50

const listed = new Set(wordList)
const known =
  /^(?:pass|word|password|passphrase|qwerty|letmein|welcome|admin|secret|lanyard|monkey|football|liverpool|arsenal|summer|winter|spring|autumn|january|february|march|april|may|june|july|august|september|october|november|december|the|and|you|love|iloveyou|my|is|to|of|in)$/
const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '01234567890123456789',
  '98765432109876543210',
]

/**
 * About how many guesses a passphrase takes, as a power of two. It counts what a guesser counts: a word is worth a word out
 * of a few thousand, however long; what is common, in a row, said twice or their own name is worth next to nothing. Made to
 * say too little sooner than too much.
 */
export function bitsOf(words: string, own: readonly string[] = []): number {
  const theirs = new Set(own.flatMap(name => plainPieces(name)))
  const seen = new Set<string>()
  return plainPieces(words).reduce((bits, piece) => {
    const worth = seen.has(piece) ? 1 : theirs.has(piece) ? 2 : worthOf(piece)
    seen.add(piece)
    return bits + worth
  }, 0)
}

const plainPieces = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? []

function worthOf(piece: string): number {
  if (/^(.)\1*$/u.test(piece)) return 4
  if (piece.length > 2 && runs.some(run => run.includes(piece))) return 4
  if (/^\p{N}/u.test(piece)) return /^(?:19|20)\d\d$/.test(piece) ? 6 : Math.min(3.3 * piece.length, 20)
  if (!/^\p{L}/u.test(piece)) return Math.min(4 * piece.length, 12)
  if (known.test(piece)) return 4
  if (listed.has(piece)) return 9
  return Math.min(4.5 * piece.length, 12)
}

/** For how long half of all guesses would keep such a guesser, in words. */
export function lastsFor(bits: number): string {
  const seconds = 2 ** (bits - 1) / guesses
  const [, unit, one] = spans.find(([least]) => seconds >= least) ?? [0, 1, 'moments']
  if (one === 'moments') return 'a few moments'
  const count = Math.round(seconds / unit)
  return count > 10_000
    ? 'more than ten thousand years'
    : `about ${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`
}

const year = 31_557_600
const spans: readonly (readonly [least: number, unit: number, one: string])[] = [
  [year, year, 'year'],
  [86_400, 86_400, 'day'],
  [3600, 3600, 'hour'],
  [60, 60, 'minute'],
]

/**
 * Six words that fortune chose, each another, and none of them in a name of `own`: 54 bits, so that they always pass. Some of a
 * whole drawing would else be turned away: one in thirty-five says a word twice.
 */
export function suggestWords(own: readonly string[]): string {
  for (;;) {
    const words = Array.from({ length: 6 }, () => wordList[randomInt(wordList.length)]).join(' ')
    if (bitsOf(words, own) >= leastBits) return words
  }
}

/** Whether words may have been drawn by us: then they are shown again as such. */
export const isDrawn = (words: string): boolean => {
  const each = words.split(' ')
  return each.length === 6 && each.every(word => listed.has(word))
}

/** A new passphrase: long, and not soon guessed. No kind of character is asked for. `own` are the person’s own names. */
export const newPassphrase = (own: readonly string[]): Field<string> => ({
  parse(typed = '') {
    const no = (sentence: string) => ({ ok: false as const, sentence })
    const words = typed.trim()
    if (!words) return no('Enter a passphrase')
    if (words.length > passphrase.most)
      return no(`Your passphrase must be ${passphrase.most} characters or fewer`)
    if (words.length < passphrase.least)
      return no(`Your passphrase must be ${passphrase.least} characters or more. Add a word or two`)
    const bits = bitsOf(words, own)
    if (bits < leastBits)
      return no(
        `Your passphrase could be guessed in ${lastsFor(bits)} by somebody who has a thousand computers. Add a word or two that have nothing to do with you`,
      )
    return { ok: true, value: words }
  },
})
