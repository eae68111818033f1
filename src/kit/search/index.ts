import { isSilent, misspelt, stem, stemsIn, wordsIn } from './words.ts'

/** A text to be found. What stands in its title counts for more than what stands in its body. */
export interface Findable<Key extends string = string> {
  readonly key: Key
  readonly title: string
  readonly body: string
  /** How much more or less it counts than others that fit as well. 1 unless said. */
  readonly weight?: number
}

export interface Hit<Key extends string = string> {
  readonly key: Key
  readonly score: number
}

export interface Search<Key extends string = string> {
  /** What fits a question in ordinary words, the best first, at most `most`. Words may be misspelt. Nothing for none. */
  readonly find: (question: string, most: number) => readonly Hit<Key>[]
  /** Words of the question that were read as another, since they were not known: for “we looked for …”. */
  readonly readAs: (question: string) => ReadonlyMap<string, string>
}

/** For a word of a question, the words that stand for it in the texts. */
export type Meanings = Readonly<Record<string, string>>

const titleCounts = 2.2
const meaningCounts = 0.6
const beginningCounts = 0.5
const misspeltCounts = 0.7
// Okapi BM25, with its usual figures; texts here are short and of about one length.
const k1 = 1.2
const b = 0.4

/**
 * An index over some texts, built once and held in memory. `meanings` says what ordinary words stand for: the words of
 * a row are looked for too, and count for less.
 */
export function searchOver<Key extends string>(
  texts: readonly Findable<Key>[],
  meanings: Meanings = {},
): Search<Key> {
  const index = new Postings(texts)
  const means = new Map(Object.entries(meanings).map(([word, stands]) => [stem(word), stemsIn(stands)]))
  const known = new Set([...index.stems, ...means.keys()])

  /** What a stem may be: itself and what it stands for; else what begins with it, or what it was meant to be. */
  const readings = (word: string): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    const add = (one: string, counts: number) => found.set(one, Math.max(found.get(one) ?? 0, counts))
    for (const [one, counts] of spelt(word, known)) {
      if (index.has(one)) add(one, counts)
      for (const other of means.get(one) ?? []) add(other, counts * meaningCounts)
    }
    return found
  }

  return {
    find(question, most) {
      const asked = [...new Set(stemsIn(question))].slice(0, 24)
      return index.rank(asked.map(readings), most)
    },
    readAs: question =>
      new Map(
        wordsIn(question)
          .filter(word => !isSilent(word) && !known.has(stem(word)))
          .flatMap(word => {
            const [best] = spelt(stem(word), known)
            return best ? [[word, best[0]] as const] : []
          }),
      ),
  }
}

/** A stem as it is known, with how much it counts; when it is not known, those it begins, or those nearest to it. */
function spelt(word: string, known: ReadonlySet<string>): readonly (readonly [string, number])[] {
  if (known.has(word)) return [[word, 1]]
  const all = [...known]
  const begun = word.length >= 3 ? all.filter(one => one.startsWith(word)) : []
  if (begun.length > 0) return begun.map(one => [one, beginningCounts])
  const most = word.length < 4 || /\d/.test(word) ? 0 : word.length < 6 ? 1 : 2
  if (most === 0) return []
  const near = all
    .filter(one => Math.abs(one.length - word.length) <= most)
    .map(one => [one, misspelt(word, one, most)] as const)
    .filter(([, faults]) => faults <= most)
  const least = Math.min(...near.map(([, faults]) => faults))
  return near
    .filter(([, faults]) => faults === least)
    .slice(0, 4)
    .map(([one, faults]) => [one, misspeltCounts / faults])
}

/** Where a stem stands, and what it counts for there: the texts by number, and its share of their score (BM25). */
interface Posting {
  readonly at: number[]
  readonly counts: number[]
}

/** Which text holds which stem. What a stem counts for in a text is reckoned once, when the index is built. */
class Postings<Key extends string> {
  readonly #texts: readonly Findable<Key>[]
  readonly #postings = new Map<string, Posting>()

  constructor(texts: readonly Findable<Key>[]) {
    this.#texts = texts
    const lengths = texts.map((text, at) => this.#read(text, at))
    const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, texts.length)
    for (const { at, counts } of this.#postings.values()) {
      // The fewer texts hold a stem, the more it says.
      const rarity = Math.log(1 + (texts.length - at.length + 0.5) / (at.length + 0.5))
      counts.forEach((often, i) => {
        const size = 1 - b + (b * (lengths[at[i] ?? 0] ?? 0)) / mean
        counts[i] = (rarity * often * (k1 + 1)) / (often + k1 * size)
      })
    }
  }

  /** Counts the stems of a text, and says how many it has. */
  #read({ title, body }: Findable<Key>, number: number): number {
    const [inTitle, inBody] = [stemsIn(title), stemsIn(body)]
    for (const [stems, more] of [[inTitle, titleCounts] as const, [inBody, 1] as const])
      for (const one of stems) {
        const posting = this.#postings.get(one) ?? { at: [], counts: [] }
        this.#postings.set(one, posting)
        if (posting.at.at(-1) !== number) {
          posting.at.push(number)
          posting.counts.push(0)
        }
        posting.counts[posting.counts.length - 1] = (posting.counts.at(-1) ?? 0) + more
      }
    return inTitle.length + inBody.length
  }

  get stems(): Iterable<string> {
    return this.#postings.keys()
  }
  has(one: string): boolean {
    return this.#postings.has(one)
  }

  /** The best of what fits any word; what fits more of the words comes before what fits one of them well. */
  rank(words: readonly ReadonlyMap<string, number>[], most: number): readonly Hit<Key>[] {
    const asked = words.filter(readings => readings.size > 0)
    const sums = new Float64Array(this.#texts.length)
    const covered = new Uint8Array(this.#texts.length)
    for (const readings of asked) {
      const best = this.#best(readings)
      best.forEach((score, at) => {
        if (score === 0) return
        sums[at] = (sums[at] ?? 0) + score
        covered[at] = (covered[at] ?? 0) + 1
      })
    }
    return this.#texts
      .flatMap(({ key, weight = 1 }, at) => {
        const sum = sums[at] ?? 0
        return sum > 0 ? [{ key, score: (sum * (covered[at] ?? 0) * weight) / asked.length }] : []
      })
      .toSorted((one, other) => other.score - one.score)
      .slice(0, most)
  }

  /** What one word of a question counts for in each text: the most that any reading of it does. */
  #best(readings: ReadonlyMap<string, number>): Float64Array {
    const best = new Float64Array(this.#texts.length)
    for (const [one, counts] of readings) {
      const posting = this.#postings.get(one)
      posting?.at.forEach((at, i) => {
        best[at] = Math.max(best[at] ?? 0, counts * (posting.counts[i] ?? 0))
      })
    }
    return best
  }
}
