import { digitWords } from './number-words.ts'
import { kindOfPart, type Phrase, plainWords } from './phrase.ts'
import { colonBit, partKinds, perhapsBit } from './phrase-parts.ts'
import { commonWords } from './rules-words.ts'
import type { Tables } from './tables.ts'

/** Sets of words by their number in the tables. */
export interface Sets {
  readonly numberOf: (words: readonly string[]) => number
}

type PhraseTables = Pick<
  Tables,
  | 'kinds'
  | 'partSets'
  | 'parts'
  | 'anchors'
  | 'rowOf'
  | 'lists'
  | 'from'
  | 'phrases'
  | 'before'
  | 'after'
  | 'skip'
>

/** A phrase to be looked for at a word: it asks for words of these sets directly before and after it, or 0. */
interface Entry {
  readonly phrase: number
  readonly before: number
  readonly after: number
}

interface Made {
  readonly kinds: number[]
  readonly partSets: number[]
  readonly parts: number[]
  readonly anchors: number[]
  readonly rowOf: number[]
}

/** The phrases of these rows as tables: each is looked for at the word of it that stands in fewest texts. */
export function compilePhrases(
  rows: readonly { readonly phrases: readonly Phrase[] }[],
  size: number,
  idOf: (word: string) => number,
  sets: Sets,
): PhraseTables {
  const made: Made = { kinds: [], partSets: [], parts: [0], anchors: [], rowOf: [] }
  const byWord: Entry[][] = Array.from({ length: size }, () => [])
  for (const [row, { phrases }] of rows.entries())
    for (const phrase of phrases) {
      const parts = phrase.split(' ')
      const anchor = rarestPart(parts)
      if (anchor < 0) throw new RangeError(`“${phrase}” has no word that must be there`)
      const begins = made.kinds.length
      for (const part of parts) addPart(made, part, sets)
      const entry = {
        phrase: made.rowOf.length,
        before: needed(parts.slice(0, anchor).reverse(), sets),
        after: needed(parts.slice(anchor + 1), sets),
      }
      for (const id of new Set(plainWords(parts[anchor] ?? '').map(idOf))) byWord[id]?.push(entry)
      made.parts.push(made.kinds.length)
      made.anchors.push(begins + anchor)
      made.rowOf.push(row)
    }
  return {
    kinds: Uint8Array.from(made.kinds),
    partSets: Uint32Array.from(made.partSets),
    parts: Uint16Array.from(made.parts),
    anchors: Uint16Array.from(made.anchors),
    rowOf: Uint16Array.from(made.rowOf),
    ...listed(byWord),
  }
}

// How often a word is met, of all words: the commoner half of Zipf's law, and little for any other.
const frequency = new Map(commonWords.map((word, at) => [word, 1 / (at + 10)]))
const often = (word: string) => frequency.get(word) ?? 0.0005

/** The part that stands in fewest texts, or -1 where none has to be there. */
function rarestPart(parts: readonly string[]): number {
  let [rarest, least] = [-1, Number.POSITIVE_INFINITY]
  for (const [at, part] of parts.entries()) {
    const words = plainWords(part)
    const sum = words.reduce((total, word) => total + often(word), 0)
    if (words.length > 0 && !part.endsWith('?') && sum < least) [rarest, least] = [at, sum]
  }
  return rarest
}

function addPart({ kinds, partSets }: Made, part: string, sets: Sets): void {
  const [perhaps, bare] = [part.endsWith('?'), part.replace(/\?$/, '')]
  const kind = kindOfPart(bare)
  const words = kind === 'number' ? Object.keys(digitWords) : plainWords(part)
  const colon = kind === 'colon' || bare.split('|').includes(':')
  kinds.push(partKinds[kind] | (perhaps ? perhapsBit : 0) | (colon ? colonBit : 0))
  partSets.push(words.length > 0 ? sets.numberOf(words) : 0)
}

/**
 * The set that the word beside has to be in, by the parts from there on: of the first, and, where that may be left out, of
 * the next. 0 where anything may stand there.
 */
function needed(parts: readonly string[], sets: Sets): number {
  const words = new Set<string>()
  for (const part of parts) {
    const bare = part.replace(/\?$/, '')
    if (kindOfPart(bare) !== 'word' || bare.split('|').includes(':')) return 0
    for (const word of plainWords(part)) words.add(word)
    if (part === bare) return sets.numberOf([...words])
  }
  return 0
}

/** The entries of all words, one list after another: words of one class share theirs. */
function listed(byWord: readonly (readonly Entry[])[]) {
  const known = new Map<string, number>([['', 0]])
  const lists = new Uint16Array(byWord.length)
  const [from, entries, skip]: [number[], Entry[], number[]] = [[0, 0], [], []]
  for (const [id, unsorted] of byWord.entries()) {
    const key = unsorted.map(({ phrase }) => phrase).join(' ')
    const old = known.get(key)
    lists[id] = old ?? known.size
    if (old !== undefined) continue
    known.set(key, known.size)
    const all = unsorted.toSorted((one, other) => one.before - other.before)
    for (const [at, entry] of all.entries()) {
      const next = all.findIndex((other, i) => i > at && other.before !== entry.before)
      skip.push(entries.length - at + (next < 0 ? all.length : next))
      entries.push(entry)
    }
    from.push(entries.length)
  }
  return {
    lists,
    from: Uint32Array.from(from),
    phrases: Uint16Array.from(entries, ({ phrase }) => phrase),
    before: Uint32Array.from(entries, ({ before }) => before),
    after: Uint32Array.from(entries, ({ after }) => after),
    skip: Uint32Array.from(skip),
  }
}
