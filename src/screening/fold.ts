import { lookalikes } from './lookalikes.ts'

/** Text folded for looking: one character for each that counts, with where each came from. */
export interface Folded {
  readonly text: string
  /** For each folded character, its position in the original, and one more at the end. Absent where nothing moved. */
  readonly from: readonly number[] | undefined
}

/** Where a folded position stood in the original. */
export const originally = ({ from }: Folded, at: number): number => (from ? (from[at] ?? 0) : at)

/**
 * Lower case; full-width, styled, circled and emoji letters and digits, other scripts' digits and look-alikes as plain
 * ones; marks and characters that show nothing left out. Folding what is folded changes nothing.
 */
export function fold(original: string): Folded {
  if (isPlain(original)) return { text: original.toLowerCase(), from: undefined }
  const pieces: string[] = []
  const from: number[] = []
  let at = 0
  for (const character of original) {
    const plain = folded(character)
    if (plain !== '') pieces.push(plain)
    for (let i = 0; i < plain.length; i++) from.push(at)
    at += character.length
  }
  from.push(at)
  return { text: pieces.join(''), from }
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

// Each character is worked out once. There are at most as many as Unicode has.
const known = new Map<string, string>()

function folded(character: string): string {
  let plain = known.get(character)
  if (plain === undefined) {
    plain = ''
    // A capital may look like another letter than its small one does.
    for (const one of character.normalize('NFKD'))
      for (const small of lookalikes.get(one) ?? one.toLowerCase().normalize('NFKD'))
        plain += foldedOne(small)
    known.set(character, plain)
  }
  return plain
}

const showsNothing = /[\p{M}\p{Cf}]/u
const digit = /\p{Nd}/u
const regionalA = 0x1f1e6
const negativeLetters = [0x1f130, 0x1f150, 0x1f170] as const

function foldedOne(one: string): string {
  const code = one.codePointAt(0) ?? 0
  if (code < 128) return one
  const alike = lookalikes.get(one)
  if (alike !== undefined) return alike
  if (showsNothing.test(one)) return ''
  if (digit.test(one)) return String(digitOf(code))
  if (/\p{Zs}/u.test(one)) return ' '
  for (const first of [regionalA, ...negativeLetters])
    if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first)
  return one
}

/** Decimal digits of every script stand in rows of ten, from nought. */
function digitOf(code: number): number {
  let first = code
  while (first > 0 && digit.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}
