import { step, wordBegins } from './automaton.ts'
import type { Read } from './read.ts'
import { anyLetter, starredWord } from './stars.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a folded byte is to a word: 1 to 26 for a letter, or one of these, or 0 for what stands between words. */
export const kindsOf = { digit: 27, apostrophe: 28, sign: 29 } as const

const letterA = 97
const signs = '@$!|*#£+'
export const kinds = new Uint8Array(256).map((_, byte) => {
  if (byte >= letterA && byte < letterA + 26) return byte - letterA + 1
  if (byte >= 48 && byte <= 57) return kindsOf.digit
  if (byte === 39) return kindsOf.apostrophe
  return signs.includes(String.fromCharCode(byte)) ? kindsOf.sign : 0
})

export const isLetter = (byte: number): boolean => byte >= letterA && byte < letterA + 26
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57

/** Figures and signs by the letter they look like; a star or a hash for any letter at all. */
const alike: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '£': 'e',
  '+': 't',
}
const letters = new Uint8Array(256).map((_, byte) => {
  const one = String.fromCharCode(byte)
  if (one === '*' || one === '#') return anyLetter
  return kinds[(alike[one] ?? one).charCodeAt(0)] ?? 0
})
const lettersWithL = letters.map((letter, byte) => ('1!'.includes(String.fromCharCode(byte)) ? 12 : letter))

const mostStars = 3

// No word that a rule asks about is longer.
const longest = 20

/**
 * The word that this one is in disguise, with figures and signs for letters or letters said over and over, if it is one
 * that a rule asks about: its number is put in its place. Gives where it ends.
 */
export function unmasked(read: Read, at: number, vocabulary: Vocabulary, figures: number): number {
  const { bytes } = read
  const end = read.ends[at] as number
  let start = read.starts[at] as number
  const before = start > 0 ? kinds[bytes[start - 1] as number] : 0
  const to = wordEnd(bytes, end, start)
  if (before === kindsOf.sign && isFree(bytes, start - 2)) start--
  if (to === end && figures === 0 && start === read.starts[at]) {
    const id = read.ids[at] || repeated(bytes, start, end, vocabulary)
    read.ids[at] = id
    return end
  }
  const id = disguised(bytes, start, to, vocabulary)
  if (id === 0) return end
  read.starts[at] = start
  read.ends[at] = to
  read.ids[at] = id
  return to
}

const isFree = (bytes: Uint8Array, at: number) => at < 0 || !isLetter(bytes[at] as number)

/** Where a word with signs among its letters ends. A sign at the very end is none, but after another. */
function wordEnd(bytes: Uint8Array, from: number, start: number): number {
  let end = from
  let last = from
  for (const limit = start + longest; end < limit; end++) {
    const kind = kinds[bytes[end] as number] as number
    if (kind === 0 || kind === kindsOf.apostrophe) break
    if (kind !== kindsOf.sign || end - 1 >= last || bytes[end] === 42 || bytes[end] === 36) last = end + 1
  }
  return kinds[bytes[from] as number] === kindsOf.sign ? last : from
}

function disguised(bytes: Uint8Array, start: number, end: number, vocabulary: Vocabulary): number {
  if (end - start > longest) return 0
  let [hasLetter, hasFigure, stars] = [false, false, 0]
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (isLetter(byte)) hasLetter = true
    else if (isDigit(byte)) hasFigure = true
    else if (letters[byte] === anyLetter) stars++
  }
  const figured = hasFigure ? vocabulary.figuredIn(bytes, start, end) : 0
  if (figured !== 0) return figured
  if (end - start < 3 || !hasLetter || stars > mostStars) return 0
  if (stars > 0)
    return (
      withStars(bytes, start, end, letters, vocabulary) ||
      withStars(bytes, start, end, lettersWithL, vocabulary)
    )
  return (
    walk(bytes, start, end, letters, vocabulary) ||
    walk(bytes, start, end, lettersWithL, vocabulary) ||
    stemIn(bytes, start, end, vocabulary)
  )
}

/** The longest stem in a word whose figures and signs are read as letters. */
function stemIn(bytes: Uint8Array, start: number, end: number, { automaton }: Vocabulary): number {
  let [state, found] = [wordBegins, 0]
  for (let at = start; at < end; at++) {
    const letter = letters[bytes[at] as number] as number
    if (letter === 0 || letter > 26) return 0
    state = step(automaton.next, state, letter)
    if (automaton.stem[state] !== 0) found = automaton.stem[state] as number
  }
  return found
}

/** The word that these bytes spell, each read as a letter. */
function walk(
  bytes: Uint8Array,
  start: number,
  end: number,
  read: Uint8Array,
  { automaton }: Vocabulary,
): number {
  const { next, word, depth } = automaton
  let [state, length] = [wordBegins, 0]
  for (let at = start; at < end; at++) {
    if (kinds[bytes[at] as number] === kindsOf.apostrophe) continue
    const letter = read[bytes[at] as number] as number
    if (letter === 0 || letter > 26) return 0
    state = step(next, state, letter)
    if (depth[state] !== ++length) return 0
  }
  return word[state] as number
}

/** The word with stars in it that these bytes spell, each of the others read as a letter. */
function withStars(
  bytes: Uint8Array,
  start: number,
  end: number,
  read: Uint8Array,
  vocabulary: Vocabulary,
): number {
  let length = 0
  for (let at = start; at < end; at++) {
    if (kinds[bytes[at] as number] === kindsOf.apostrophe) continue
    const letter = read[bytes[at] as number] as number
    if (letter === 0 || (letter > 26 && letter !== anyLetter)) return 0
    plain[length++] = letter
  }
  return starredWord(plain, length, vocabulary)
}

/** The word without the letters that are said over and over: once, or twice where it is written so. */
export function repeated(bytes: Uint8Array, start: number, end: number, vocabulary: Vocabulary): number {
  let at = start + 2
  while (at < end && (bytes[at] !== bytes[at - 2] || bytes[at] !== bytes[at - 1])) at++
  if (at >= end) return 0
  return (
    walk(plain, 0, squeezed(bytes, start, end, 1), letters, vocabulary) ||
    walk(plain, 0, squeezed(bytes, start, end, 2), letters, vocabulary)
  )
}

// A word without its repetitions, or its letters, kept from word to word.
const plain = new Uint8Array(longest)

/** Puts to `plain` a word with each letter at most so many times over: how long it is then. */
function squeezed(bytes: Uint8Array, start: number, end: number, most: number): number {
  let [run, length] = [0, 0]
  for (let at = start; at < end && length < longest; at++) {
    const byte = bytes[at] as number
    run = at > start && byte === bytes[at - 1] ? run + 1 : 1
    if (run <= most || isDigit(byte)) plain[length++] = byte
  }
  return length
}

/** The last `count` words are single letters: the words they spell take their place. What spells nothing stays. */
export function joinLetters(read: Read, count: number, { automaton }: Vocabulary): void {
  const { starts, ends, ids, gaps, bytes } = read
  const { next, word, depth } = automaton
  const last = read.count
  let to = last - count
  for (let from = to; from < last; ) {
    let [state, id, used] = [wordBegins, ids[from] as number, 1]
    for (let at = from; at < last; at++) {
      const then = step(next, state, kinds[bytes[starts[at] as number] as number] as number)
      if (depth[then] !== (depth[state] as number) + 1) break
      state = then
      if (at - from >= 2 && word[state] !== 0) [id, used] = [word[state] as number, at - from + 1]
    }
    starts[to] = starts[from] as number
    gaps[to] = gaps[from] as number
    ends[to] = ends[from + used - 1] as number
    ids[to++] = id
    from += used
  }
  read.count = to
}
