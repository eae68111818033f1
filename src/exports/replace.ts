/** Somebody whose name is looked for in words. */
export interface Name {
  readonly id: string
  readonly name: string
}

/** A place in a text where a name stands. */
export interface Occurs {
  /** Whose name it is, or may be. */
  readonly ids: readonly string[]
  readonly from: number
  readonly to: number
}

const word = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('’', "'")

/**
 * Names that are also words that everybody writes: in small letters they are taken for the word, but where the whole name
 * stands.
 */
const alsoWords: ReadonlySet<string> = new Set(
  `amber april art bill bob carol chance christian clay crystal daisy dale dawn dean dee do drew faith frank gale gene grace
  grant guy heath hope ian iris ivy jack jade jay jean joy june lane lily mark may miles olive patience pearl penny pat
  ray reed rich robin rose ruby rusty sandy sky so stone summer sunny sue ted victor violet will young`.split(
    /\s+/,
  ),
)

interface Token {
  readonly text: string
  readonly capital: boolean
  readonly from: number
  readonly to: number
}

function* tokensOf(text: string): Generator<Token> {
  for (const found of text.matchAll(word)) {
    const whole = found[0]
    const from = found.index
    yield { text: folded(whole), capital: isCapital(whole), from, to: from + whole.length }
    // “Rosa’s” and “Rosa-Lee” hold a name too.
    const pieces = [...whole.matchAll(/[\p{L}\p{M}]+/gu)]
    if (pieces.length > 1)
      for (const piece of pieces) {
        const at = from + piece.index
        yield { text: folded(piece[0]), capital: isCapital(piece[0]), from: at, to: at + piece[0].length }
      }
  }
}
const isCapital = (text: string): boolean => text[0] !== text[0]?.toLowerCase()

/** The words of a name, as they are looked for. */
const wordsOf = (name: string): string[] => [...name.matchAll(word)].map(([one]) => folded(one))
/** The same, and the pieces of those that are joined. */
const allWordsOf = (name: string): string[] => [...tokensOf(name)].map(({ text }) => text)
/** What may stand between two words of one name. */
const between = /^[\s._-]{1,6}$/

interface Looked {
  readonly id: string
  readonly words: readonly string[]
  /** Looked for by single words too, not only whole. */
  readonly alone: readonly string[]
}

/**
 * Looks for names in words: whole, in any case and over any space; and by each single word of them, but for those that `keep`
 * says belong to somebody else too. A word of one letter is looked for only as part of the whole.
 */
export class Names {
  readonly #byFirst = new Map<string, Looked[]>()
  readonly #alone = new Map<string, string[]>()

  constructor(names: readonly Name[], keep: ReadonlySet<string> = new Set()) {
    for (const { id, name } of names) {
      const words = wordsOf(name)
      const [first] = words
      if (first === undefined) continue
      const looked = { id, words, alone: allWordsOf(name).filter(one => one.length > 1 && !keep.has(one)) }
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), looked])
      for (const one of new Set(looked.alone)) this.#alone.set(one, [...(this.#alone.get(one) ?? []), id])
    }
  }

  /** Every place where one of them stands, in order; none lies over another. */
  in(text: string): readonly Occurs[] {
    const tokens = [...tokensOf(text)]
    const found: Occurs[] = []
    let past = 0
    for (const [at, token] of tokens.entries()) {
      if (token.from < past) continue
      const whole = this.#wholeAt(text, tokens, at)
      const occurs = whole ?? this.#aloneAt(token)
      if (!occurs) continue
      found.push(occurs)
      past = occurs.to
    }
    return found
  }

  #wholeAt(text: string, tokens: readonly Token[], at: number): Occurs | undefined {
    const token = tokens[at]
    if (!token) return undefined
    for (const { id, words } of this.#byFirst.get(token.text) ?? []) {
      if (words.length < 2) continue
      let [next, last] = [at, token]
      const fits = words.slice(1).every(one => {
        const from = last.to
        next = tokens.findIndex((other, place) => place > next && other.from >= from)
        const other = tokens[next]
        // The whole word first, then the piece of it before an apostrophe.
        const found = [other, tokens[next + 1]].find(it => it && it.from === other?.from && it.text === one)
        if (!found || !between.test(text.slice(last.to, found.from))) return false
        last = found
        return true
      })
      if (fits) return { ids: [id], from: token.from, to: last.to }
    }
    return undefined
  }

  #aloneAt({ text, capital, from, to }: Token): Occurs | undefined {
    const ids = this.#alone.get(text)
    return ids && (capital || (text.length > 2 && !alsoWords.has(text))) ? { ids, from, to } : undefined
  }
}

/** The single words of names that stand for somebody who is kept: they are replaced for nobody. */
export const wordsKept = (names: readonly Name[]): ReadonlySet<string> =>
  new Set(names.flatMap(({ name }) => allWordsOf(name)))

/** A text with each name replaced by what stands for it, and whether any was. */
export function replaced(
  text: string,
  { names, standIn }: { readonly names: Names; readonly standIn: (id: string) => string },
): { readonly text: string; readonly changed: boolean } {
  const found = names.in(text)
  let out = ''
  let at = 0
  for (const { ids, from, to } of found) {
    out += `${text.slice(at, from)}[${standIn(ids[0] ?? '')}]`
    at = to
  }
  return { text: out + text.slice(at), changed: found.length > 0 }
}
