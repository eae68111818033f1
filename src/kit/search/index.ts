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
  const known = [...new Set([...index.stems, ...means.keys()])]

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
          .filter(word => !isSilent(word) && !known.includes(stem(word)))
          .flatMap(word => {
            const [best] = spelt(stem(word), known)
            return best ? [[word, best[0]] as const] : []
          }),
      ),
  }
}

/** A stem as it is known, with how much it counts; when it is not known, those it begins, or those nearest to it. */
function spelt(word: string, known: readonly string[]): readonly (readonly [string, number])[] {
  if (known.includes(word)) return [[word, 1]]
  const begun = word.length >= 3 ? known.filter(one => one.startsWith(word)) : []
  if (begun.length > 0) return begun.map(one => [one, beginningCounts])
  const most = word.length < 4 || /\d/.test(word) ? 0 : word.length < 6 ? 1 : 2
  if (most === 0) return []
  const near = known
    .map(one => [one, misspelt(word, one, most)] as const)
    .filter(([, faults]) => faults <= most)
  const least = Math.min(...near.map(([, faults]) => faults))
  return near
    .filter(([, faults]) => faults === least)
    .slice(0, 4)
    .map(([one, faults]) => [one, misspeltCounts / faults])
}

/** Which text holds which stem, and how much it counts there. */
class Postings<Key extends string> {
  readonly #texts: readonly Findable<Key>[]
  readonly #counts = new Map<string, Map<number, number>>()
  readonly #lengths: readonly number[]
  readonly #mean: number

  constructor(texts: readonly Findable<Key>[]) {
    this.#texts = texts
    this.#lengths = texts.map(({ title, body }, at) => {
      const [inTitle, inBody] = [stemsIn(title), stemsIn(body)]
      for (const one of inTitle) this.#count(one, at, titleCounts)
      for (const one of inBody) this.#count(one, at, 1)
      return inTitle.length + inBody.length
    })
    this.#mean = this.#lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, texts.length)
  }

  #count(one: string, at: number, counts: number): void {
    const where = this.#counts.get(one) ?? new Map<number, number>()
    this.#counts.set(one, where.set(at, (where.get(at) ?? 0) + counts))
  }

  get stems(): Iterable<string> {
    return this.#counts.keys()
  }
  has(one: string): boolean {
    return this.#counts.has(one)
  }

  /** How rare a stem is, and so how much it says. */
  #rarity(one: string): number {
    const count = this.#counts.get(one)?.size ?? 0
    return Math.log(1 + (this.#texts.length - count + 0.5) / (count + 0.5))
  }

  /** The best of what fits any word; what fits more of the words comes before what fits one of them well. */
  rank(words: readonly ReadonlyMap<string, number>[], most: number): readonly Hit<Key>[] {
    const scores = new Map<number, { sum: number; covered: number }>()
    const asked = words.filter(readings => readings.size > 0)
    for (const readings of asked) {
      const best = new Map<number, number>()
      for (const [one, counts] of readings) {
        for (const [at, often] of this.#counts.get(one) ?? []) {
          const size = 1 - b + b * ((this.#lengths[at] ?? 0) / this.#mean)
          const score = (counts * this.#rarity(one) * often * (k1 + 1)) / (often + k1 * size)
          best.set(at, Math.max(best.get(at) ?? 0, score))
        }
      }
      for (const [at, score] of best) {
        const before = scores.get(at) ?? { sum: 0, covered: 0 }
        scores.set(at, { sum: before.sum + score, covered: before.covered + 1 })
      }
    }
    return [...scores]
      .flatMap(([at, { sum, covered }]) => {
        const text = this.#texts[at]
        return text ? [{ key: text.key, score: sum * (covered / asked.length) * (text.weight ?? 1) }] : []
      })
      .toSorted((one, other) => other.score - one.score)
      .slice(0, most)
  }
}
