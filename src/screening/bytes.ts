import { type Read, textRead } from './read.ts'

/** What folded bytes are. */
export const isDigitByte = (byte: number): boolean => byte >= 48 && byte <= 57
export const isLetterByte = (byte: number): boolean => byte >= 97 && byte <= 122
export const isWordByte = (byte: number): boolean => isLetterByte(byte) || isDigitByte(byte)
/** What may stand in the name of a host: words, dots, dashes and lines. */
export const isHostByte = (byte: number): boolean =>
  isWordByte(byte) || byte === 45 || byte === 46 || byte === 95
/** What may stand in the name of an account: words, dots and lines. */
export const isNameByte = (byte: number): boolean => isWordByte(byte) || byte === 46 || byte === 95

/** Folded text from one place to another. */
export const slice = (read: Read, from: number, to: number): string => textRead(read).slice(from, to)

/** By byte, 1 for each of these signs. */
export function tableOf(signs: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const sign of signs) table[sign.charCodeAt(0)] = 1
  return table
}
