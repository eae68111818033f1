import { type Automaton, automatonOf } from './automaton.ts'

/** The words that rules ask about, each with a number. 0 is a word that none asks about. */
export interface Vocabulary {
  readonly size: number
  readonly automaton: Automaton
  /** Words with figures in them, which are few: "no1", "ps5". */
  readonly figured: ReadonlyMap<string, number>
  readonly idOf: (word: string) => number
  /** By number, whether people write this word with stars in it. */
  readonly starred: Uint8Array
  /** Every word, where its number says. */
  readonly words: readonly string[]
}

/** A vocabulary of words, and of stems that make any word which has one in it count as another word. */
export function vocabularyOf(
  all: Iterable<string>,
  stems: ReadonlyMap<string, string>,
  starred: Iterable<string>,
): Vocabulary {
  const ids = new Map<string, number>()
  for (const word of [...all, ...starred, ...stems.values()]) if (!ids.has(word)) ids.set(word, ids.size + 1)
  const isPlain = (word: string) => /^[a-z]+$/.test(word)
  const wrong = [...ids.keys()].find(word => !/^[a-z0-9]+$/.test(word))
  if (wrong !== undefined) throw new RangeError(`“${wrong}” is no word: letters and figures alone make one`)
  const idOf = (word: string) => ids.get(word) ?? 0
  const withStars = new Uint8Array(ids.size + 1)
  for (const word of starred) withStars[idOf(word)] = 1
  return {
    size: ids.size + 1,
    automaton: automatonOf(
      new Map([...ids].filter(([word]) => isPlain(word))),
      new Map([...stems].map(([stem, word]) => [stem, idOf(word)])),
    ),
    figured: new Map([...ids].filter(([word]) => !isPlain(word))),
    idOf,
    starred: withStars,
    words: ['', ...ids.keys()],
  }
}
