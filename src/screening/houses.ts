import { isDigitByte, isLetterByte } from './bytes.ts'
import type { Read } from './read.ts'
import { notStreets, posts, roomWords, ways, zipWords } from './rules-words.ts'
import { vocabulary } from './vocabulary.ts'
import { hasBit, setOf } from './words-set.ts'

const sets = {
  not: setOf(notStreets, vocabulary),
  rooms: setOf(roomWords, vocabulary),
  zips: setOf(zipWords, vocabulary),
  ways: setOf(ways, vocabulary),
  posts: setOf(posts, vocabulary),
}
// How many words a street's name has, and how many of the place may follow it.
const longestName = 4
const longestPlace = 7

/**
 * Addresses as other countries write them: a number, names with capitals and a number; a way and its name; a room by its
 * number; a code after a district. With them whatever of the place comes after. Capitals are the original's.
 */
export function housesIn(original: string, read: Read): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let at = 0; at < read.count; at++) {
    const last = houseAt(original, read, at)
    if (last < 0) continue
    const end = placeAfter(original, read, last)
    found.push({ start: read.starts[at] as number, end: read.ends[end] as number })
    at = end
  }
  return found
}

/** The last word of the address that begins with this one, or -1. */
function houseAt(original: string, read: Read, at: number): number {
  const id = read.ids[at] as number
  const next = at + 1
  if (next >= read.count) return -1
  if (isNumber(read, at)) {
    const after = namesFrom(original, read, next)
    if (after === next || length(read, at) > 6 || !isHouseNumber(read, after)) return -1
    return isScore(original, read, at, after) ? -1 : after
  }
  if (id === 0) return -1
  if (hasBit(sets.rooms, id) || hasBit(sets.zips, id)) return isNumber(read, next) ? next : -1
  if (hasBit(sets.posts, id) && isCapital(original, read, at))
    return isNumber(read, next) ? next : postAfter(read, next)
  if (!hasBit(sets.ways, id) || !isCapital(original, read, at)) return -1
  const after = namesFrom(original, read, next)
  return after > next && isHouseNumber(read, after) ? after : -1
}

/** "Caerphilly 17 Pontypridd 12": two names, each with what it scored. */
const isScore = (original: string, read: Read, at: number, after: number) =>
  at > 0 && length(read, at) <= 2 && length(read, after) <= 2 && isName(original, read, at - 1)

const postAfter = (read: Read, at: number) =>
  length(read, at) === 2 && at + 1 < read.count && isNumber(read, at + 1) ? at + 1 : -1

/** The first word from here on that is no name with a capital. */
function namesFrom(original: string, read: Read, from: number): number {
  let at = from
  while (at < read.count && at - from < longestName && isName(original, read, at)) at++
  return at
}

function isName(original: string, read: Read, at: number): boolean {
  const byte = read.bytes[read.starts[at] as number] as number
  return isLetterByte(byte) && isCapital(original, read, at) && !hasBit(sets.not, read.ids[at] as number)
}

const length = ({ starts, ends }: Read, at: number) => (ends[at] as number) - (starts[at] as number)

function isNumber({ bytes, starts, ends }: Read, at: number): boolean {
  for (let i = starts[at] as number; i < (ends[at] as number); i++)
    if (!isDigitByte(bytes[i] as number)) return false
  return true
}

const isHouseNumber = (read: Read, at: number) =>
  at < read.count && isNumber(read, at) && length(read, at) <= 4

function isCapital(original: string, { starts, from, moved }: Read, at: number): boolean {
  const start = starts[at] as number
  const place = moved ? (from[start] as number) : start
  const code = original.charCodeAt(place)
  if (code < 128) return code >= 65 && code <= 90
  const one = original.charAt(place)
  return one !== one.toLowerCase()
}

/** The last number among the names and numbers that come after an address. */
function placeAfter(original: string, read: Read, from: number): number {
  let last = from
  for (let at = from + 1; at < read.count && at - from <= longestPlace; at++) {
    if (isNumber(read, at)) {
      if (length(read, at) <= 5) last = at
      else break
    } else if (!isName(original, read, at) && !hasBit(sets.rooms, read.ids[at] as number)) break
  }
  return last
}
