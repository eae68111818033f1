import { type Bytes, bytesFor, textOf } from './fold.ts'

/** What stands between a word and the one before it. */
export const gap = {
  stop: 1,
  space: 2,
  colon: 4,
  quote: 8,
  line: 16,
  at: 32,
  sign: 64,
  comma: 128,
} as const

/**
 * A text read: its folded bytes and its words, each with where it begins and ends, its number in the vocabulary and
 * what stands before it. Kept from text to text, so that reading one makes nothing new.
 */
export interface Read extends Bytes {
  starts: Int32Array
  ends: Int32Array
  ids: Uint16Array
  gaps: Uint8Array
  /** Room for the words that some phrase is looked for at. */
  hits: Int32Array
  /** How many words. */
  count: number
  /** How many figures. */
  digits: number
  /** How many figures and number words. */
  numeric: number
  /** The folded text, once somebody has asked for it. */
  text: string | undefined
  /** Every kind of gap there is in the text. */
  anyGap: number
}

export const readFor = (length: number): Read => ({
  ...bytesFor(length),
  starts: new Int32Array(length + 1),
  ends: new Int32Array(length + 1),
  ids: new Uint16Array(length + 1),
  gaps: new Uint8Array(length + 2),
  hits: new Int32Array(length + 1),
  count: 0,
  digits: 0,
  numeric: 0,
  text: undefined,
  anyGap: 0,
})

/** The folded text of what was read. */
export const textRead = (read: Read): string => (read.text ??= textOf(read))
