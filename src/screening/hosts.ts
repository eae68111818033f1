import { isLetterByte, isWordByte, slice, tableOf } from './bytes.ts'
import type { Read } from './read.ts'
import { spokenProviders } from './rules-words.ts'

/** The host that an address is at, as it would be written, and where it ends. */
export interface Host {
  readonly host: string
  readonly end: number
  /** Whether it was written as hosts are, with no space and no bracket in it. */
  readonly plain: boolean
}

// As long as the names of hosts may be (RFC 1035), and how many labels are put together.
const longestLabel = 63
const longestEnd = 24
const mostLabels = 5

const space = tableOf(' \t\n\r\v\f')
const opening = tableOf('([{<')
const closing = tableOf(')]}>')
const closingOrSpace = tableOf(')]}> \t\n\r\v\f')
const [dot, dash] = [46, 45]

/** At most `most` of these signs from here on: where they end. */
export function past({ bytes, length }: Read, from: number, signs: Uint8Array, most: number): number {
  let at = from
  while (at < length && at - from < most && signs[bytes[at] as number] !== 0) at++
  return at
}

/** The host that begins here: with dots, or "dot" in words, bare or in any bracket; or a provider that needs none. */
export const hostAt = (read: Read, from: number): Host | undefined =>
  dottedAt(read, past(read, from, closingOrSpace, 3)) ?? providerAt(read, from)

// Where the labels of a host begin and end, as they are met.
const [begins, ends] = [new Int32Array(mostLabels), new Int32Array(mostLabels)]

function dottedAt(read: Read, from: number): Host | undefined {
  const { bytes } = read
  let [found, end, plain, plainHere] = [0, -1, true, true]
  let at = from
  for (let label = 0; label < mostLabels; label++) {
    const last = label === 0 ? -1 : lastLabelAt(bytes, at)
    begins[label] = at
    if (last > 0) [found, end, plain] = [label, last, plainHere]
    const to = labelAt(bytes, at)
    const next = to < 0 ? -1 : dotAt(read, to)
    if (next < 0) break
    ends[label] = to
    if (next !== to + 1) plainHere = false
    at = next
  }
  if (end < 0) return undefined
  let host = ''
  for (let label = 0; label < found; label++)
    host += `${slice(read, begins[label] as number, ends[label] as number)}.`
  return { host: host + slice(read, begins[found] as number, end), end, plain }
}

/** Where a label ends that begins here, or -1. */
function labelAt(bytes: Uint8Array, from: number): number {
  if (!isWordByte(bytes[from] as number)) return -1
  let at = from + 1
  while (at - from <= longestLabel && (isWordByte(bytes[at] as number) || bytes[at] === dash)) at++
  while (bytes[at - 1] === dash) at--
  return at - from > longestLabel ? -1 : at
}

/** Where the last label of a host ends, if one stands here, which is of letters alone; or -1. */
function lastLabelAt(bytes: Uint8Array, from: number): number {
  let at = from
  while (at - from <= longestEnd && isLetterByte(bytes[at] as number)) at++
  return at - from < 2 || at - from > longestEnd || isWordByte(bytes[at] as number) ? -1 : at
}

const dotWords = ['dot', 'd0t', 'punto'].map(word => Buffer.from(word, 'latin1'))

/** Where a dot ends that stands here, as a sign or in words, in a bracket and with spaces about it or not; or -1. */
function dotAt(read: Read, from: number): number {
  const { bytes } = read
  let at = past(read, from, space, 2)
  at = past(read, past(read, at, opening, 1), space, 2)
  if (bytes[at] === dot) at++
  else {
    const word = dotWords.find(one => one.every((byte, i) => bytes[at + i] === byte))
    if (!word || isOfName(bytes[at - 1]) || isOfName(bytes[at + word.length])) return -1
    at += word.length
  }
  at = past(read, at, space, 2)
  return past(read, past(read, at, closing, 1), space, 2)
}

const isOfName = (byte: number | undefined) => byte !== undefined && (isWordByte(byte) || byte === 95)

const providers = new Set(spokenProviders)
const [shortestProvider, longestProvider] = [3, 10]
const companyEnds = /^\s{1,2}(?:com|co\s{0,2}uk)(?![a-z0-9])/

/** A mailbox's provider that needs no "dot com" to be known for one. */
function providerAt(read: Read, from: number): Host | undefined {
  const { bytes } = read
  const start = past(read, from, closingOrSpace, 3)
  let end = start
  while (end - start <= longestProvider && isWordByte(bytes[end] as number)) end++
  if (end - start < shortestProvider || end - start > longestProvider) return undefined
  const host = slice(read, start, end)
  if (!providers.has(host)) return undefined
  return {
    host,
    end: end + (companyEnds.exec(slice(read, end, Math.min(read.length, end + 10)))?.[0].length ?? 0),
    plain: false,
  }
}
