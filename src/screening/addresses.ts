import { isWordByte, slice, tableOf } from './bytes.ts'
import { hostAt, past } from './hosts.ts'
import { gap, type Read } from './read.ts'
import { mailProviders, pointers, spokenProviders } from './rules-words.ts'

/** An e-mail address found, with its host, as positions in the folded text. */
export interface Address {
  readonly local: string
  readonly host: string
  readonly start: number
  readonly end: number
}

const commonEnd =
  /(?:^|\.)(?:com|net|org|uk|co|io|me|info|biz|eu|ie|example|edu|gov|live|sch|ac|fr|de|email|mail)$/
const pointer = new Set(pointers)
const providers = new Set(mailProviders)
// As long as the name of a mailbox may be (RFC 5321).
const longestLocal = 64

const atByte = 64
const beforeAt = tableOf(' \t\n\r\v\f([{<*_|-')
const openingSigns = tableOf('([{<*_|-')
const closingSigns = tableOf(')]}>*_|-')
const betweenSigns = tableOf('*_|-')
const ofLocal = tableOf('._%+-')
const space = tableOf(' \t\n\r\v\f')

/**
 * The e-mail addresses of a text: with the sign, or with "at" and "dot" in words, bare or in any bracket. `at` are the
 * words after an at sign, and the words that say "at", of which there may be an address. Everything here is bounded and
 * begins at a sign or a word that was found, so it is linear.
 */
export function addressesIn(read: Read, at: readonly number[]): Address[] {
  const { starts, ends, gaps, bytes } = read
  const found: Address[] = []
  let after = 0
  const look = (from: number, to: number, sign: boolean) => {
    const one = from < after ? undefined : addressAt(read, from, to, sign)
    if (!one) return
    found.push(one)
    after = one.end
  }
  for (const word of at) {
    const [start = 0, end = 0] = [starts[word], ends[word]]
    if (((gaps[word] as number) & gap.at) !== 0) {
      let sign = start - 1
      while (bytes[sign] !== atByte && start - sign < 6) sign--
      if (bytes[sign] === atByte) look(sign, sign + 1, true)
    } else look(start, end, isBracketed(read, start, end))
  }
  return found
}

function isBracketed(read: Read, start: number, end: number): boolean {
  const { bytes } = read
  const before = space[bytes[start - 1] as number] !== 0 ? start - 2 : start - 1
  const after = past(read, end, space, 1)
  return openingSigns[bytes[before] ?? 0] !== 0 && closingSigns[bytes[after] as number] !== 0
}

/** Where the name of a mailbox begins that ends here; or the end itself. */
function localFrom(bytes: Uint8Array, end: number): number {
  let start = end
  while (start > 0 && end - start < longestLocal && isLocal(bytes[start - 1] as number)) start--
  while (start < end && !isWordByte(bytes[start] as number)) start++
  return start
}

const isLocal = (byte: number) => isWordByte(byte) || ofLocal[byte] !== 0

function addressAt(read: Read, from: number, to: number, sign: boolean): Address | undefined {
  const { bytes } = read
  let before = from
  while (before > 0 && from - before < 4 && beforeAt[bytes[before - 1] as number] !== 0) before--
  const start = localFrom(bytes, before)
  if (start === before) return undefined
  const written = hostAt(read, past(read, to, betweenSigns, 1))
  if (!written) return undefined
  const { host, end, plain } = written
  const local = slice(read, start, before)
  const provided = providers.has(host.split('.')[0] ?? '')
  // "Look at bbc.co.uk" points; "sam at gmail.com" and "sam (at) anything.com" give.
  const pointing = !sign && (pointer.has(local) || (plain && !provided))
  if (pointing && !(provided && !pointer.has(local))) return undefined
  if (!sign && !commonEnd.test(host) && !spokenProviders.includes(host)) return undefined
  // With the sign, spaces about it and a host that is none: "see you @ school. com" is nothing.
  if (sign && before < from && !plain && !commonEnd.test(host)) return undefined
  return { local, host, start: spokenStart(read, start), end }
}

const spokenBefore = /[a-z0-9_-]{1,30}\s{1,2}(?:dot|underscore|dash)\s{1,2}$/

/** "sam dot taylor" begins before its last word. */
function spokenStart(read: Read, start: number): number {
  let at = start
  for (let times = 0; times < 3 && at > 0 && space[read.bytes[at - 1] as number] !== 0; times++) {
    const before = spokenBefore.exec(slice(read, Math.max(0, at - 45), at))
    if (!before) return at
    at -= before[0].length
  }
  return at
}
