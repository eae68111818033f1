import { emojiWords } from './emoji.ts'
import { lookalikeOf } from './lookalikes.ts'

/** Text folded for looking: one character for each that counts, with where each came from. */
export interface Folded {
  /** Lower-case ASCII, with ß for a letter of any other script, £ for money and § for any other sign. */
  readonly text: string
  /** For each folded character, its position in the original, and one more at the end. Absent where nothing moved. */
  readonly from: Int32Array | undefined
}

/** The same as bytes, kept from text to text so that reading one makes nothing new. */
export interface Bytes {
  bytes: Buffer
  from: Int32Array
  length: number
  /** Whether characters stand elsewhere than in the original. */
  moved: boolean
}

/** Where a folded position stood in the original. */
export const originally = ({ from }: Folded, at: number): number => (from ? (from[at] ?? 0) : at)

export const bytesFor = (length: number): Bytes => ({
  bytes: Buffer.alloc(length + 1),
  from: new Int32Array(length + 1),
  length: 0,
  moved: false,
})

const space = 32
const lower = new Uint8Array(128).map((_, code) => (code >= 65 && code <= 90 ? code + 32 : code))

/**
 * Lower case; full-width, styled, circled and emoji letters and digits, other scripts' digits and look-alikes as plain
 * ones; emoji that mean something as words of their own; marks and characters that show nothing left out. One space
 * stands after the last byte.
 */
export function foldInto(original: string, into: Bytes): void {
  const { length } = original
  if (into.bytes.length <= length) grow(into, length)
  const { bytes } = into
  let at = 0
  for (; at < length; at++) {
    const code = original.charCodeAt(at)
    if (code > 127) break
    bytes[at] = lower[code] as number
  }
  into.length = at
  into.moved = false
  if (at < length) foldRest(original, at, into)
  into.bytes[into.length] = space
}

/** Folding what is folded changes nothing. */
export function fold(original: string): Folded {
  const into = bytesFor(original.length)
  foldInto(original, into)
  return { text: textOf(into), from: into.moved ? into.from.slice(0, into.length + 1) : undefined }
}

/** The folded bytes as a string. */
export const textOf = ({ bytes, length }: Bytes): string => bytes.toString('latin1', 0, length)

function grow(into: Bytes, length: number): void {
  const size = Math.max(length, into.length * 2) + 64
  const [bytes, from] = [Buffer.alloc(size), new Int32Array(size)]
  bytes.set(into.bytes)
  from.set(into.from)
  into.bytes = bytes
  into.from = from
}

function foldRest(original: string, first: number, into: Bytes): void {
  into.moved = true
  for (let at = 0; at < first; at++) into.from[at] = at
  for (let at = first; at < original.length; ) {
    const code = original.codePointAt(at) as number
    const next = at + (code > 0xffff ? 2 : 1)
    if (code < 128) push(into, lower[code] as number, at)
    else {
      const plain = foldedOf(code)
      if (plain.length === 1) push(into, plain.charCodeAt(0), at)
      // A picture between two letters stands for a letter.
      else if (plain.startsWith(pictureMark) && betweenLetters(original, next, into)) push(into, star, at)
      else for (let i = 0; i < plain.length; i++) push(into, plain.charCodeAt(i), at)
    }
    at = next
  }
  push(into, space, original.length)
  into.length--
}

function push(into: Bytes, byte: number, at: number): void {
  if (into.length + 1 >= into.bytes.length) grow(into, into.length + 1)
  into.bytes[into.length] = byte
  into.from[into.length++] = at
}

const pictureMark = '§ '
const star = 42
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

function betweenLetters(original: string, next: number, { bytes, length }: Bytes): boolean {
  const after = original.charCodeAt(next)
  return (
    length > 0 &&
    isLetter(bytes[length - 1] as number) &&
    isLetter(after === 0xfe0f ? original.charCodeAt(next + 1) : after)
  )
}

// Each character is worked out once. There are at most as many as Unicode has.
const known = new Map<number, string>()

function foldedOf(code: number): string {
  let plain = known.get(code)
  if (plain === undefined) {
    plain = workedOut(String.fromCodePoint(code))
    known.set(code, plain)
  }
  return plain
}

const picture = /\p{Extended_Pictographic}/u

function workedOut(character: string): string {
  const word = emojiWords.get(character)
  if (word !== undefined) return `${pictureMark}${word} `
  let plain = ''
  // A capital may look like another letter than its small one does.
  for (const one of character.normalize('NFKD'))
    for (const small of lookalikeOf(one) ?? one.toLowerCase().normalize('NFKD')) plain += foldedOne(small)
  return plain === '§' && picture.test(character) ? pictureMark : plain
}

const showsNothing = /[\p{M}\p{Cf}]|\p{EMod}/u
const digit = /\p{Nd}/u
const regionalA = 0x1f1e6
const negativeLetters = [0x1f130, 0x1f150, 0x1f170] as const

function foldedOne(one: string): string {
  const code = one.codePointAt(0) ?? 0
  if (code < 128) return one
  const alike = lookalikeOf(one)
  if (alike !== undefined) return alike
  if (showsNothing.test(one)) return ''
  if (digit.test(one)) return String(digitOf(code))
  if (/\p{Zs}/u.test(one)) return ' '
  for (const first of [regionalA, ...negativeLetters])
    if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first)
  if (/\p{Sc}/u.test(one)) return '£'
  return /\p{L}/u.test(one) ? 'ß' : '§'
}

/** Decimal digits of every script stand in rows of ten, from nought. */
function digitOf(code: number): number {
  let first = code
  while (first > 0 && digit.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}
