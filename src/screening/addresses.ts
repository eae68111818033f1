import { gap, type Read, textRead } from './read.ts'
import { mailProviders, pointers, spokenProviders } from './rules-words.ts'

/** An e-mail address found, with its host, as positions in the folded text. */
export interface Address {
  readonly local: string
  readonly host: string
  readonly start: number
  readonly end: number
}

// Everything here is bounded and begins at a sign or a word that was found, so it is linear.
const dot = String.raw`(?:\.|\s{0,2}[([{<]?\s{0,2}(?:\.|\bdot\b|\bd0t\b|\bpunto\b)\s{0,2}[)\]}>]?\s{0,2})`
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const plainHost = new RegExp(
  String.raw`[\s)\]}>]{0,3}(${label}(?:${dot}${label}){0,3}${dot}[a-z]{2,24})(?![a-z0-9])`,
  'y',
)
const commonEnd =
  /(?:^|\.)(?:com|net|org|uk|co|io|me|info|biz|eu|ie|example|edu|gov|live|sch|ac|fr|de|email|mail)$/
const provider = new RegExp(
  String.raw`[\s)\]}>]{0,3}(${spokenProviders.join('|')})(?:\s{1,2}(?:com|co\s{0,2}uk))?(?![a-z0-9])`,
  'y',
)

/** What stands before this place and may be the name of a mailbox, at most 64 characters of it (RFC 5321). */
function localBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < 64 && isLocal(text.charCodeAt(start - 1))) start--
  while (start < end && !isWordCode(text.charCodeAt(start))) start++
  return text.slice(start, end)
}

const isWordCode = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
const isLocal = (code: number) =>
  isWordCode(code) || code === 46 || code === 95 || code === 37 || code === 43 || code === 45
const pointer = new Set(pointers)
const providers = new Set(mailProviders)

const atByte = 64

/**
 * The e-mail addresses of a text: with the sign, or with "at" and "dot" in words, bare or in any bracket. `at` are the
 * words after an at sign, and the words that say "at", of which there may be an address.
 */
export function addressesIn(read: Read, at: readonly number[]): Address[] {
  const { starts, ends, gaps, bytes } = read
  const text = textRead(read)
  const found: Address[] = []
  let after = 0
  const look = (from: number, to: number, sign: boolean) => {
    const one = from < after ? undefined : addressAt(text, from, to, sign)
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
    } else look(start, end, isBracketed(text, start, end))
  }
  return found
}

const isBracketed = (text: string, start: number, end: number) =>
  /[([{<*_|-]\s?$/.test(text.slice(start - 2, start)) && /^\s?[)\]}>*_|-]/.test(text.slice(end, end + 2))

function addressAt(text: string, from: number, to: number, sign: boolean): Address | undefined {
  let before = from
  while (before > 0 && from - before < 4 && /[\s([{<*_|-]/.test(text[before - 1] as string)) before--
  const local = localBefore(text, before)
  if (local === '') return undefined
  const start = Math.max(0, before - local.length)
  const written = hostAt(text, to)
  if (!written) return undefined
  const { host, end, plain } = written
  // "Look at bbc.co.uk" points; "sam at gmail.com" and "sam (at) anything.com" give.
  const pointing = !sign && (pointer.has(local) || (plain && !providers.has(host.split('.')[0] ?? '')))
  if (pointing && !(providers.has(host.split('.')[0] ?? '') && !pointer.has(local))) return undefined
  if (!sign && !commonEnd.test(host) && !spokenProviders.includes(host)) return undefined
  // With the sign, spaces about it and a host that is none: "see you @ school. com" is nothing.
  if (sign && before < from && !plain && !commonEnd.test(host)) return undefined
  return { local, host, start: spokenStart(text, start), end }
}

function hostAt(text: string, to: number): { host: string; end: number; plain: boolean } | undefined {
  plainHost.lastIndex = skipClosing(text, to)
  const whole = plainHost.exec(text)
  if (whole?.[1] !== undefined) {
    const host = whole[1].replace(new RegExp(dot, 'g'), '.').replace(/\s/g, '')
    return { host, end: plainHost.lastIndex, plain: !/\s/.test(whole[1]) && !/[([{<]/.test(whole[1]) }
  }
  provider.lastIndex = skipClosing(text, to)
  const known = provider.exec(text)
  return known?.[1] === undefined ? undefined : { host: known[1], end: provider.lastIndex, plain: false }
}

const skipClosing = (text: string, at: number) => (/[*_|-]/.test(text[at] ?? '') ? at + 1 : at)

/** "sam dot taylor" begins before its last word. */
function spokenStart(text: string, start: number): number {
  let at = start
  for (let times = 0; times < 3; times++) {
    const before = /[a-z0-9_-]{1,30}\s{1,2}(?:dot|underscore|dash)\s{1,2}$/.exec(
      text.slice(Math.max(0, at - 45), at),
    )
    if (!before) return at
    at -= before[0].length
  }
  return at
}
