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
 * The tables that a text is read by. A set is one bit for each word of the vocabulary; its number is where it begins in
 * `sets`, and 0 is no set at all.
 */
export interface Tables extends Lists, Automaton {
  readonly sets: Uint32Array
}

/** The same as it is written down: the automaton as a tree, and each set by its words, from where to where they stand. */
export interface Compact extends Lists, Tree {
  readonly members: Uint16Array
  readonly memberFrom: Uint32Array
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
  readonly compact: Compact
}

/** How many numbers of 32 bits a set has. */
export const strideOf = (size: number): number => (size >> 5) + 1

/** Sets of words, as bits. */
export function setsOf(size: number, { members, memberFrom }: Compact): Uint32Array {
  const stride = strideOf(size)
  const sets = new Uint32Array((memberFrom.length - 1) * stride)
  for (let set = 0; set + 1 < memberFrom.length; set++)
    for (let at = memberFrom[set] as number; at < (memberFrom[set + 1] as number); at++) {
      const id = members[at] as number
      const place = set * stride + (id >> 5)
      sets[place] = (sets[place] as number) | (1 << (id & 31))
    }
  return sets
}
