import { automatonOf } from './automaton.ts'
import { compilePhrases, type Sets } from './compile-phrases.ts'
import { numberWords } from './number-words.ts'
import { spelledOut, wordsIn } from './phrase.ts'
import { phraseRules } from './rules-phrases.ts'
import { harmless, starred, stems } from './rules-rude.ts'
import {
  hypothetical,
  mailProviders,
  negations,
  notStreets,
  otherNumbers,
  phoneCues,
  posts,
  reporting,
  roomWords,
  streetWords,
  ways,
  zipWords,
} from './rules-words.ts'
import type { Compiled } from './tables.ts'
import { setOf } from './words-set.ts'

/** Every word that some rule asks about. */
const asked = (): string[] => [
  ...phraseRules.flatMap(({ phrases, unless = [], beside = [] }) => [
    ...wordsIn(phrases),
    ...spelledOut(unless),
    ...spelledOut(beside),
  ]),
  ...phoneCues,
  ...otherNumbers,
  ...numberWords.keys(),
  ...mailProviders,
  ...streetWords,
  ...harmless,
  ...notStreets,
  ...roomWords,
  ...zipWords,
  ...ways,
  ...posts,
  'ext',
  ...negations,
  ...reporting,
  ...hypothetical,
  'at',
  'dot',
  ...starred,
  ...stems.values(),
]

/** A number for each of these words, from 1 on. */
function numbered(words: readonly string[]): ReadonlyMap<string, number> {
  const ids = new Map<string, number>()
  for (const word of words) if (!ids.has(word)) ids.set(word, ids.size + 1)
  const wrong = [...ids.keys()].find(word => !/^(?:[a-z]+|[a-z0-9]{1,10})$/.test(word))
  if (wrong !== undefined)
    throw new RangeError(
      `“${wrong}” is no word: letters and figures alone make one, and ten where there are figures`,
    )
  return ids
}

/** All the rules as tables. It takes a while, so the build does it once and writes them down. */
export function compile(): Compiled {
  const ids = numbered(asked())
  const idOf = (word: string) => ids.get(word) ?? 0
  const size = ids.size + 1
  const isPlain = (word: string) => /^[a-z]+$/.test(word)
  const automaton = automatonOf(
    new Map([...ids].filter(([word]) => isPlain(word))),
    new Map([...stems].map(([stem, word]) => [stem, idOf(word)])),
  )
  const withStars = new Uint8Array(size)
  for (const word of starred) withStars[idOf(word)] = 1
  const sets = setsOf(size, idOf)
  const phrases = compilePhrases(phraseRules, size, idOf, sets)
  const listed = (words: readonly string[] | undefined) => (words ? sets.numberOf(spelledOut(words)) : 0)
  const tables = {
    ...automaton,
    starred: withStars,
    ...phrases,
    unless: Uint32Array.from(phraseRules, ({ unless }) => listed(unless)),
    beside: Uint32Array.from(phraseRules, ({ beside }) => listed(beside)),
  }
  return {
    size,
    figured: [...ids].filter(([word]) => !isPlain(word)),
    rows: phraseRules.map(({ rule, reported = false, negated = false }) => ({ rule, reported, negated })),
    tables: { ...tables, sets: sets.all() },
  }
}

/** Sets one after another, each made once. What is at 0 is no set. */
function setsOf(size: number, idOf: (word: string) => number): Sets & { all: () => Uint32Array } {
  const known = new Map<string, number>()
  const made: Uint32Array[] = [setOf([], { size, idOf })]
  const stride = (made[0] as Uint32Array).length
  return {
    numberOf: words => {
      const key = words.join(' ')
      const old = known.get(key)
      if (old !== undefined) return old
      known.set(key, made.length * stride)
      made.push(setOf(words, { size, idOf }))
      return (made.length - 1) * stride
    },
    all: () => {
      const all = new Uint32Array(made.length * stride)
      for (const [at, set] of made.entries()) all.set(set, at * stride)
      return all
    },
  }
}
