import { fold, originally } from './fold.ts'

/** Where one of an organisation's own phrases stands in a text, in UTF-16 positions; `at` is its place in the list. */
export interface PhraseFound {
  readonly from: number
  readonly to: number
  readonly at: number
}

/** Looks for phrases in a text, in one pass over it. */
export type FindPhrases = (text: string) => readonly PhraseFound[]

/**
 * Literal words to be looked for: folded as everything else is, with whatever stands between words counted as one space. A
 * phrase is found as whole words alone. Nothing of a phrase is ever a pattern or code.
 */
export function phraseFinder(phrases: readonly string[]): FindPhrases {
  const root = node()
  for (const [at, phrase] of phrases.entries()) {
    const { codes } = wordsOf(phrase)
    if (codes.length === 1) continue
    let here = root
    for (const code of codes) {
      const next = here.next.get(code) ?? node()
      here.next.set(code, next)
      here = next
    }
    here.ends.push(at)
    here.length = codes.length
  }
  if (root.next.size === 0) return () => []
  link(root)
  const plain = phrases.map(plainly)
  return text =>
    search(root, text).filter(({ from, to, at }) => isMeant(text.slice(from, to), plain[at] ?? ''))
}

/** A phrase as it is compared: empty where nothing of it would be looked for. */
export const foldedPhrase = (phrase: string): string => String.fromCharCode(...wordsOf(phrase).codes).trim()

/** A step of the automaton (Aho and Corasick, 1975): what may come next, and where to go on when nothing does. */
interface Node {
  readonly next: Map<number, Node>
  /** The phrases that end here, which are one when folded. */
  readonly ends: number[]
  length: number
  /** The longest ending of what led here that begins a phrase too. */
  back: Node | undefined
  /** The nearest such ending that is a whole phrase. */
  whole: Node | undefined
}

const node = (): Node => ({ next: new Map(), ends: [], length: 0, back: undefined, whole: undefined })

function link(root: Node): void {
  const queue = [root]
  for (const here of queue)
    for (const [code, next] of here.next) {
      let back = here.back
      while (back && !back.next.has(code)) back = back.back
      next.back = back?.next.get(code) ?? root
      next.whole = next.back.ends.length > 0 ? next.back : next.back.whole
      queue.push(next)
    }
}

function search(root: Node, text: string): PhraseFound[] {
  const { codes, ...places } = wordsOf(text)
  const found: PhraseFound[] = []
  let here = root
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0
    while (here !== root && !here.next.has(code)) here = here.back ?? root
    here = here.next.get(code) ?? root
    for (let end: Node | undefined = here.ends.length > 0 ? here : here.whole; end; end = end.whole) {
      // A space stands at each end of it, and belongs to no word.
      const [from, to] = [places.from[i - end.length + 2] ?? 0, places.to[i - 1] ?? 0]
      for (const at of end.ends) found.push({ from, to, at })
    }
  }
  return found
}

interface Words {
  /** The words' characters, with one space between the words and one at each end. */
  readonly codes: Uint16Array
  /** For each character, where it began and ended in the original. */
  readonly from: Int32Array
  readonly to: Int32Array
}

const space = 32
const apostrophe = 39

function wordsOf(original: string): Words {
  const folded = fold(original)
  const most = folded.text.length + 2
  const [codes, from, to] = [new Uint16Array(most), new Int32Array(most), new Int32Array(most)]
  let length = 0
  const push = (code: number, begins: number, ends: number) => {
    codes[length] = code
    from[length] = begins
    to[length++] = ends
  }
  push(space, 0, 0)
  for (let i = 0; i < folded.text.length; i++) {
    const code = folded.text.charCodeAt(i)
    if (code === apostrophe) continue
    if (isOfWord(code)) push(code, originally(folded, i), originally(folded, i + 1))
    else if (codes[length - 1] !== space) push(space, originally(folded, i), originally(folded, i + 1))
  }
  if (codes[length - 1] !== space) push(space, original.length, original.length)
  return { codes: codes.subarray(0, length), from, to }
}

function isOfWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  return code > space && /\p{L}|\p{N}/u.test(String.fromCharCode(code))
}

// Letters of other scripts may fold to one that stands for them all: of those, the phrase itself has to be there.

const plainly = (words: string): string => {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|\p{Cf}/gu, '')
  return /[^\p{Script=Latin}\p{Script=Common}]/u.test(plain) ? plain.replace(/\P{L}+/gu, ' ').trim() : ''
}

const isMeant = (found: string, plain: string): boolean => plain === '' || plainly(found) === plain
