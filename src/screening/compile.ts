import { aboutWords } from './compile-about.ts'
import { compilePhrases } from './compile-phrases.ts'
import { treeOf } from './compile-tree.ts'
import { numberWords } from './number-words.ts'
import { spelledOut, wordsIn } from './phrase.ts'
import { phraseRules } from './rules-phrases.ts'
import { harmless, rude, starred, stems } from './rules-rude.ts'
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
import { type Compiled, widthOf } from './tables.ts'

/** Every word that some rule asks about by itself. */
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
]

/** A number for each word that is asked about, from 1 on; ugly words of the same classes share one, since no rule tells them apart. */
function numbered(): ReadonlyMap<string, number> {
  const ids = new Map<string, number>()
  let last = 0
  for (const word of asked()) if (!ids.has(word)) ids.set(word, ++last)
  const shared = new Map<string, number>()
  const [withStars, ugly] = [new Set(starred), Object.values(rude).map(words => new Set(words))]
  for (const word of [...ugly.flatMap(words => [...words]), ...starred, ...stems.values()]) {
    if (ids.has(word)) continue
    const alike = [withStars, ...ugly].map(words => words.has(word)).join()
    const id = shared.get(alike) ?? ++last
    shared.set(alike, id)
    ids.set(word, id)
  }
  const wrong = [...ids.keys()].find(word => !/^(?:[a-z]+|[a-z0-9]{1,10})$/.test(word))
  if (wrong !== undefined)
    throw new RangeError(
      `“${wrong}” is no word: letters and figures alone make one, and ten where there are figures`,
    )
  return ids
}

/** All the rules as tables. It takes a while, so the build does it once and writes them down. */
export function compile(): Compiled {
  const ids = numbered()
  const idOf = (word: string) => ids.get(word) ?? 0
  const size = Math.max(...ids.values()) + 1
  const isPlain = (word: string) => /^[a-z]+$/.test(word)
  const tree = treeOf(
    new Map([...ids].filter(([word]) => isPlain(word))),
    new Map([...stems].map(([stem, word]) => [stem, idOf(word)])),
  )
  const withStars = new Uint8Array(size)
  for (const word of starred) withStars[idOf(word)] = 1
  const sets = setsOfWords(idOf)
  const listed = (words: readonly string[] | undefined) => (words ? sets.numberOf(spelledOut(words)) : 0)
  // Asked of every word about a phrase, so they come first, where a word's row begins.
  const unless = Uint32Array.from(phraseRules, row => listed(row.unless))
  const beside = Uint32Array.from(phraseRules, row => listed(row.beside))
  const phrases = compilePhrases(phraseRules, size, idOf, sets)
  const compact = {
    ...tree,
    about: aboutWords(phrases.lists, idOf),
    starred: withStars,
    ...phrases,
    unless,
    beside,
  }
  const setCount = sets.count()
  return {
    size,
    figured: [...ids].filter(([word]) => !isPlain(word)),
    rows: phraseRules.map(({ rule, reported = false, negated = false }) => ({ rule, reported, negated })),
    setCount,
    compact: { ...compact, bits: sets.bits(widthOf({ setCount })) },
  }
}

/** Sets of words, numbered from 1 on, each made once. */
function setsOfWords(idOf: (word: string) => number) {
  const known = new Map<string, number>()
  const members: (readonly [set: number, id: number])[] = []
  const numberOf = (words: readonly string[]): number => {
    const key = words.join(' ')
    const old = known.get(key)
    if (old !== undefined) return old
    const number = known.size + 1
    known.set(key, number)
    for (const id of new Set(words.map(idOf))) members.push([number, id])
    return number
  }
  const bits = (width: number) => Uint32Array.from(members, ([set, id]) => id * width * 32 + set).sort()
  return { numberOf, bits, count: () => known.size }
}
