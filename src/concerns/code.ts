import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { type Id, idOf } from '../kit/ids.ts'
import { seal, unseal } from '../kit/seal.ts'
import type { Writer } from '../records/index.ts'

declare const reporting: unique symbol

/** By which whoever reported a concern comes back to it: 16 letters and digits, 80 random bits. Kept nowhere by us. */
export type Code = string & { readonly [reporting]: true }

// Crockford's base32: no letter is taken for a digit.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

export const newCode = (): Code =>
  [...randomBytes(length)].map(byte => letters[byte % letters.length]).join('') as Code

const lettersOf = (bytes: Uint8Array): Code =>
  [...bytes.subarray(0, length)].map(byte => letters[byte % letters.length]).join('') as Code

/** The code of a form that has a random key of its own: the same each time the form is sent. */
export const codeFrom = (key: Id<'draft'>): Code =>
  lettersOf(createHash('sha256').update(`lanyard concern code ${key}`).digest())

/**
 * Where a form that has been sent comes once more with other words: the code of those. The same each time, and found by nobody
 * from the code before it and the words, without the installation’s own secret.
 */
export const codeOfOthers = (writer: Writer, code: Code, words: string): Code =>
  lettersOf(writer.keyed('concern code of other words', JSON.stringify([code, words])))

/** A code as somebody typed it, with or without its dashes, an O for a nought; undefined for what is none. */
export function readCode(typed: unknown): Code | undefined {
  if (typeof typed !== 'string' || typed.length > 60) return undefined
  const plain = typed
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return plain.length === length && [...plain].every(one => letters.includes(one))
    ? (plain as Code)
    : undefined
}

/** As it is shown: four groups of four. */
export const shownCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-')

const from = (code: Code, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', code, '', `lanyard concern ${purpose}`, bytes))

/** Where the code leads to. Who has this alone can neither come back by it nor read anything. */
export const locatorOf = (code: Code): Uint8Array => from(code, 'locator', 32)

/** One report to a code, however often it is sent. */
export const draftKeyOf = (code: Code): Id<'draft'> => idOf<'draft'>(from(code, 'draft', 16))

const purpose = 'concern reporter'

/** The reporter's own secret half, sealed with their code; it opens as that of this concern alone. */
export const sealWithCode = (code: Code, concern: string, identity: string): Uint8Array =>
  seal(code, purpose, concern, identity)
export const openWithCode = (code: Code, concern: string, sealed: Uint8Array): string | undefined =>
  unseal(code, purpose, concern, sealed)
