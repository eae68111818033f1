import { digitWords } from './number-words.ts'
import { gap, type Read } from './read.ts'
import { classes as plainClasses } from './rules-classes.ts'
import { rude } from './rules-rude.ts'
import { commonWords } from './rules-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A phrase of a rule, as a line of words: `a|b` either, `x?` perhaps, `<class>` any word of a class, `*` up to three other
 * words, `:` a colon or equals sign, `<name>` any word at all, `<tag>` one with a figure, dot or line in it, `<number>`
 * figures, `<end>` the end of a sentence. It is read into tables once; what people type is never read as one.
 */
export type Phrase = string

type Kind = 'word' | 'gap' | 'colon' | 'name' | 'tag' | 'number' | 'end'

interface Part {
  readonly kind: Kind
  readonly perhaps: boolean
  /** Whether a colon or equals sign stands for a word of it. */
  readonly colon: boolean
  /** For a word, one bit for each word of the vocabulary. */
  readonly set: Uint32Array
}

interface Compiled<Row> {
  readonly row: Row
  readonly parts: readonly Part[]
  /** The part that stands in fewest texts: the phrase is looked for where a word of it is. */
  readonly anchor: number
  /** The words that must stand directly before and after it, where there are such. */
  readonly before: Uint32Array | undefined
  readonly after: Uint32Array | undefined
}

/** Where a phrase of a rule was found, as words of what was read. */
export interface Match<Row> {
  readonly row: Row
  readonly first: number
  readonly last: number
}

const classes: Readonly<Record<string, readonly string[]>> = { ...plainClasses, ...rude }

/** Every word that these phrases ask about. */
export const wordsIn = (phrases: readonly Phrase[]): string[] =>
  phrases.flatMap(phrase => phrase.split(' ').flatMap(plainWords))

/** The words of a list in which `<class>` stands for all of a class. */
export const spelledOut = (list: readonly string[]): string[] => list.flatMap(plainWords)

const marks: Readonly<Record<string, Kind>> = {
  '*': 'gap',
  ':': 'colon',
  '<name>': 'name',
  '<tag>': 'tag',
  '<number>': 'number',
  '<end>': 'end',
}

// Each part is taken apart once: thousands of phrases share them.
const takenApart = new Map<string, readonly string[]>()

function plainWords(part: string): readonly string[] {
  const known = takenApart.get(part)
  if (known) return known
  const bare = part.endsWith('?') ? part.slice(0, -1) : part
  const all = marks[bare] ? [] : bare.split('|').flatMap(classWords)
  takenApart.set(part, all)
  return all
}

function classWords(one: string): readonly string[] {
  if (one === ':' || one === '') return []
  if (!one.startsWith('<')) return [one]
  const all = classes[one.slice(1, -1)]
  if (!all) throw new RangeError(`there is no class ${one}`)
  return all
}

// How often a word is met, of all words: the commoner half of Zipf's law, and little for any other.
const frequency = new Map(commonWords.map((word, at) => [word, 1 / (at + 10)]))
const often = (word: string) => frequency.get(word) ?? 0.0005

const noWords = new Uint32Array(0)
export const hasBit = (set: Uint32Array, id: number): boolean =>
  ((set[id >> 5] as number) & (1 << (id & 31))) !== 0

/** One bit for each of these words. */
export function setOf(words: readonly string[], vocabulary: Vocabulary): Uint32Array {
  const set = new Uint32Array((vocabulary.size >> 5) + 1)
  for (const word of words) {
    const id = vocabulary.idOf(word)
    if (id !== 0) set[id >> 5] = (set[id >> 5] as number) | (1 << (id & 31))
  }
  return set
}

function compiled<Row>(row: Row, phrase: Phrase, partOf: (part: string) => Part): Compiled<Row> {
  const written = phrase.split(' ')
  let [anchor, least] = [-1, Number.POSITIVE_INFINITY]
  for (const [at, part] of written.entries()) {
    const words = plainWords(part)
    const sum = words.reduce((total, word) => total + often(word), 0)
    if (words.length > 0 && !part.endsWith('?') && sum < least) [anchor, least] = [at, sum]
  }
  if (anchor < 0) throw new RangeError(`“${phrase}” has no word that must be there`)
  const parts = written.map(partOf)
  return { row, parts, anchor, before: needed(parts[anchor - 1]), after: needed(parts[anchor + 1]) }
}

const needed = (part: Part | undefined): Uint32Array | undefined =>
  part && part.kind === 'word' && !part.perhaps && !part.colon ? part.set : undefined

/** Finds the phrases of a table. `isHit` has a bit for each word at which some phrase is looked for. */
export function finderOf<Row extends { readonly phrases: readonly Phrase[] }>(
  table: readonly Row[],
  vocabulary: Vocabulary,
): {
  isHit: (id: number) => boolean
  at: (read: Read, word: number, found: Match<Row>[]) => void
} {
  const known = new Map<string, Part>()
  const partOf = (part: string): Part => {
    const made = known.get(part) ?? newPart(part, vocabulary)
    known.set(part, made)
    return made
  }
  const anchored: (Compiled<Row>[] | undefined)[] = []
  for (const row of table)
    for (const phrase of row.phrases) {
      const one = compiled(row, phrase, partOf)
      const words = new Set(plainWords(phrase.split(' ')[one.anchor] ?? '').map(vocabulary.idOf))
      for (const id of words) {
        const here = anchored[id]
        if (here) here.push(one)
        else anchored[id] = [one]
      }
    }
  const byId = Array.from({ length: vocabulary.size }, (_, id) => anchored[id])
  return {
    isHit: id => byId[id] !== undefined,
    at: (read, word, found) => {
      const some = byId[read.ids[word] as number]
      if (some === undefined) return
      const left = word > 0 ? (read.ids[word - 1] as number) : 0
      const right = word + 1 < read.count ? (read.ids[word + 1] as number) : 0
      for (let i = 0; i < some.length; i++) {
        const one = some[i] as Compiled<Row>
        if (one.before !== undefined && !hasBit(one.before, left)) continue
        if (one.after !== undefined && !hasBit(one.after, right)) continue
        const first = firstWord(read, word, one.parts, one.anchor - 1)
        if (first < 0) continue
        const last = lastWord(read, word, one.parts, one.anchor + 1)
        if (last >= 0) found.push({ row: one.row, first, last })
      }
    },
  }
}

function newPart(part: string, vocabulary: Vocabulary): Part {
  const [perhaps, bare] = [part.endsWith('?'), part.replace(/\?$/, '')]
  const kind = marks[bare] ?? 'word'
  const words = kind === 'number' ? Object.keys(digitWords) : plainWords(part)
  const colon = kind === 'colon' || bare.split('|').includes(':')
  return { kind, perhaps, colon, set: words.length > 0 ? setOf(words, vocabulary) : noWords }
}

// At most this many words stand where a phrase has a gap.
const widestGap = 3

/** The word a phrase ends with, its parts from `part` on coming after word `at`; or -1. */
function lastWord(read: Read, at: number, parts: readonly Part[], part: number): number {
  const next = parts[part]
  if (!next) return at
  if (next.kind === 'gap') {
    for (let to = at; to <= at + widestGap && to < read.count; to++) {
      const last = lastWord(read, to, parts, part + 1)
      if (last >= 0) return last
      if (endsBefore(read, to + 1)) return -1
    }
    return -1
  }
  if (next.kind === 'end')
    return at + 1 >= read.count || endsBefore(read, at + 1) ? lastWord(read, at, parts, part + 1) : -1
  let last = -1
  if (at + 1 < read.count) {
    if (next.colon && hasColon(read, at + 1)) last = lastWord(read, at, parts, part + 1)
    if (last < 0 && !endsBefore(read, at + 1) && isOne(read, at + 1, next))
      last = lastWord(read, at + 1, parts, part + 1)
  }
  return next.perhaps ? Math.max(last, lastWord(read, at, parts, part + 1)) : last
}

/** The word a phrase begins with, its parts up to `part` coming before word `at`; or -1. */
function firstWord(read: Read, at: number, parts: readonly Part[], part: number): number {
  const before = parts[part]
  if (!before) return at
  if (before.kind === 'gap') {
    for (let to = at; to >= at - widestGap && to >= 0; to--) {
      const first = firstWord(read, to, parts, part - 1)
      if (first >= 0) return first
      if (endsBefore(read, to)) return -1
    }
    return -1
  }
  let first = -1
  if (before.colon && hasColon(read, at)) first = firstWord(read, at, parts, part - 1)
  if (first < 0 && at > 0 && !endsBefore(read, at) && isOne(read, at - 1, before))
    first = firstWord(read, at - 1, parts, part - 1)
  if (first >= 0 || !before.perhaps) return first
  return firstWord(read, at, parts, part - 1)
}

const hasColon = ({ gaps }: Read, at: number) => ((gaps[at] as number) & gap.colon) !== 0

function isOne(read: Read, at: number, { kind, set }: Part): boolean {
  if (kind === 'word') return hasBit(set, read.ids[at] as number)
  if (kind === 'name') return true
  if (kind === 'colon') return false
  if (kind === 'tag') return isTag(read, at)
  const first = read.bytes[read.starts[at] as number] as number
  return (first >= 48 && first <= 57) || hasBit(set, read.ids[at] as number)
}

/** Whether a word has a figure in it, or goes on after a dot or a line. */
function isTag({ bytes, starts, ends }: Read, at: number): boolean {
  const [start, end] = [starts[at] as number, ends[at] as number]
  for (let i = start; i < end; i++) if ((bytes[i] as number) >= 48 && (bytes[i] as number) <= 57) return true
  const sign = bytes[end]
  return (sign === 46 || sign === 95) && starts[at + 1] === end + 1
}

/** Whether a sentence ends before this word. */
export function endsBefore({ gaps }: Read, at: number): boolean {
  const between = gaps[at] as number
  return (between & gap.line) !== 0 || (between & (gap.stop | gap.space)) === (gap.stop | gap.space)
}
