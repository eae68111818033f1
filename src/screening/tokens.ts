import type { Vocabulary } from './vocabulary.ts'

/** The words of a folded text: where each begins and ends, and its number in the vocabulary (0 when no rule asks). */
export interface Tokens {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly ids: readonly number[]
  /** How many figures there are. */
  readonly digits: number
}

export interface Reading {
  /** Words as written. */
  readonly plain: Vocabulary
  /** The same words, with figures and signs read as the letters they look like. */
  readonly leet: Vocabulary
  /** The same again, with a figure one read as l. */
  readonly leetL: Vocabulary
}

const [nought, nine, a, z, apostrophe] = [48, 57, 97, 122, 39]
const isDigit = (code: number) => code >= nought && code <= nine
const isLetter = (code: number) => code >= a && code <= z
const signs = new Set([...'@$!|€'].map(sign => sign.charCodeAt(0)))
const leetLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  '€': 'e',
}
const asLetter = new Int32Array(128).map((_, code) =>
  (leetLetters[String.fromCharCode(code)] ?? String.fromCharCode(code)).charCodeAt(0),
)

/** A character as the letter it looks like. */
export const leet = (code: number): number =>
  code < 128 ? (asLetter[code] ?? code) : code === 0x20ac ? 101 : code
export const leetWithL = (code: number): number =>
  code === 49 || code === 33 || code === 124 ? 108 : leet(code)

/** The words of a text, in one pass. Letters that stand one by one ("s n a p") are also read as the word they spell. */
export function tokensOf(text: string, reading: Reading): Tokens {
  const tokens: Building = { text, starts: [], ends: [], ids: [], digits: 0 }
  let singles = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (!isLetter(code) && !isDigit(code)) {
      at++
      continue
    }
    const word = wordAt(text, at, reading)
    const single = word.end === at + 1 && word.figures === 0
    if (!single && singles >= 3) joinLetters(tokens, singles, reading.plain)
    singles = single ? singles + 1 : 0
    tokens.digits += word.figures
    push(tokens, at, word.end, word.id)
    at = word.end
  }
  if (singles >= 3) joinLetters(tokens, singles, reading.plain)
  return tokens
}

function wordAt(text: string, start: number, { plain, leet: disguised, leetL }: Reading) {
  let [letters, figures, end] = [0, 0, start]
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (isLetter(code)) letters++
    else if (isDigit(code)) figures++
    else if (code !== apostrophe || !isLetter(text.charCodeAt(end + 1))) break
  }
  const id = letters > 0 ? plain.find(text, start, end) : 0
  if (id > 0 || letters === 0) return { end, figures, id }
  const joined = signs.has(text.charCodeAt(end)) ? wordEnd(text, end) : end
  const either =
    joined > end + 1 || figures > 0
      ? disguised.find(text, start, joined) || leetL.find(text, start, joined)
      : 0
  return either > 0 ? { end: joined, figures, id: either } : { end, figures, id }
}

// No word that a rule asks about is longer.
const longestSpelled = 14

function wordEnd(text: string, from: number): number {
  let end = from
  for (const limit = Math.min(text.length, from + longestSpelled); end < limit; end++) {
    const code = text.charCodeAt(end)
    if (!isLetter(code) && !isDigit(code) && !signs.has(code)) break
  }
  return end
}

interface Building {
  readonly text: string
  readonly starts: number[]
  readonly ends: number[]
  readonly ids: number[]
  digits: number
}

function push({ starts, ends, ids }: Building, start: number, end: number, id: number): void {
  starts.push(start)
  ends.push(end)
  ids.push(id)
}

/** The last `count` words are single letters: the words they spell take their place. What spells nothing stays. */
function joinLetters(tokens: Building, count: number, plain: Vocabulary): void {
  const first = tokens.starts.length - count
  const [starts, ends, ids] = [
    tokens.starts.splice(first),
    tokens.ends.splice(first),
    tokens.ids.splice(first),
  ]
  const letters = starts.map(start => tokens.text[start]).join('')
  for (let at = 0; at < count; ) {
    let [length, id] = [1, ids[at] ?? 0]
    const longest = plain.begins(letters, at) ? Math.min(longestSpelled, count - at) : 0
    for (let size = longest; size >= 3 && length === 1; size--) {
      const found = plain.find(letters, at, at + size)
      if (found > 0) [length, id] = [size, found]
    }
    push(tokens, starts[at] ?? 0, ends[at + length - 1] ?? 0, id)
    at += length
  }
}
