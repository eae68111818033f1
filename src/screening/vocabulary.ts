import { type Automaton, step, wordBegins } from './automaton.ts'
import { figured, size, tables } from './compiled.ts'

/** The words that rules ask about, each with a number. 0 is a word that none asks about. */
export interface Vocabulary {
  readonly size: number
  readonly automaton: Automaton
  /** The number of the word with figures in it ("no1", "ps5") that stands from one place to another. */
  readonly figuredIn: (bytes: Uint8Array, start: number, end: number) => number
  readonly idOf: (word: string) => number
  /** By number, whether people write this word with stars in it. */
  readonly starred: Uint8Array
}

// Words with figures are few, and short: each by its letters and figures as one number.
const longestFigured = 10
const symbols = new Uint8Array(256)
for (const [at, symbol] of [...'abcdefghijklmnopqrstuvwxyz0123456789'].entries())
  symbols[symbol.charCodeAt(0)] = at + 1

/** Letters and figures as one number, or 0 where there are others, or too many. */
function keyOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > longestFigured) return 0
  let key = 0
  for (let at = start; at < end; at++) {
    const symbol = symbols[bytes[at] as number] as number
    if (symbol === 0) return 0
    key = key * 37 + symbol
  }
  return key
}
const keyOfWord = (word: string) => keyOf(Buffer.from(word, 'latin1'), 0, word.length)
const withFigures = new Map(figured.map(([word, id]) => [keyOfWord(word), id]))

/** Every word that some rule asks about. */
export const vocabulary: Vocabulary = {
  size,
  automaton: tables,
  figuredIn: (bytes, start, end) => withFigures.get(keyOf(bytes, start, end)) ?? 0,
  idOf: word => wordOf(word) || (withFigures.get(keyOfWord(word)) ?? 0),
  starred: tables.starred,
}

function wordOf(word: string): number {
  const { next, depth } = tables
  let state = wordBegins
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 96
    if (letter < 1 || letter > 26) return 0
    state = step(next, state, letter)
    if (depth[state] !== at + 1) return 0
  }
  return tables.word[state] as number
}
