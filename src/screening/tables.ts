import type { Automaton, Tree } from './automaton.ts'
import type { RuleId } from './rules.ts'

/** What the rules come to, as lists of numbers, but for the automaton and the sets. */
interface Lists {
  /** By word, what it is to the scanners, and whether people write it with stars in it. */
  readonly about: Uint8Array
  readonly starred: Uint8Array
  /** By part of a phrase: its kind with its bits, and its set. */
  readonly kinds: Uint8Array
  readonly partSets: Uint32Array
  /** By phrase: where its parts begin (and one more, where the last end), the part it is looked for at, and its row. */
  readonly parts: Uint16Array
  readonly anchors: Uint16Array
  readonly rowOf: Uint16Array
  /** By word: its list of entries, or 0. By list: where its entries begin, and one more. */
  readonly lists: Uint16Array
  readonly from: Uint32Array
  /**
   * By entry: its phrase, the sets that the words beside must be in, and the first entry after it that asks for another word
   * before.
   */
  readonly phrases: Uint16Array
  readonly before: Uint32Array
  readonly after: Uint32Array
  readonly skip: Uint32Array
  /** By row: the set of words that make it something else, and of those one of which it needs. */
  readonly unless: Uint32Array
  readonly beside: Uint32Array
}

/**
 * The tables that a text is read by. Sets of words are numbered from 1 on, and 0 is no set at all. A word has a row of
 * `width` numbers in `sets`, with one bit for each set it is in: what is asked of one word stands together.
 */
export interface Tables extends Lists, Automaton {
  readonly sets: Uint32Array
  readonly width: number
}

/** The same as it is written down: the automaton as a tree, and the sets by the places of their bits. */
export interface Compact extends Lists, Tree {
  /** Where each bit of the sets stands, from the first word's first on. */
  readonly bits: Uint32Array
}

/** What a finder needs to know of a row besides its tables. */
export interface RowFacts {
  readonly rule: RuleId
  readonly reported: boolean
  readonly negated: boolean
}

export interface Compiled {
  /** How many words there are, with none. */
  readonly size: number
  /** Words with figures in them, by their numbers. */
  readonly figured: readonly (readonly [string, number])[]
  readonly rows: readonly RowFacts[]
  readonly setCount: number
  readonly compact: Compact
}

/** How many numbers of 32 bits a word's row has. */
export const widthOf = ({ setCount }: Pick<Compiled, 'setCount'>): number => (setCount >> 5) + 1

/** The rows of all words, with their bits. */
export function setsOf(compiled: Compiled): Uint32Array {
  const { bits } = compiled.compact
  const sets = new Uint32Array(compiled.size * widthOf(compiled))
  for (let at = 0; at < bits.length; at++) {
    const bit = bits[at] as number
    sets[bit >>> 5] = (sets[bit >>> 5] as number) | (1 << (bit & 31))
  }
  return sets
}
