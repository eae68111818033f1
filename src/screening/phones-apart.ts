import { digitsOf, dropGroups, type Groups, groupsFor, keepGroups } from './groups.ts'
import { isTime, piecesOf } from './pieces.ts'
import { beginsAsMobile } from './plans.ts'
import type { Read } from './read.ts'

// Kept from text to text.
const groups = groupsFor(64)

// How many digits are put together at most.
const longest = 15

/**
 * Mobiles whose digits stand apart: with words in between, or a part of them in what was said before, which `readBefore`
 * reads one by one. `found` gets where the part in this text stands; what `isAllowed` takes is none.
 */
export function phonesApart(
  before: readonly string[],
  readBefore: (text: string) => Read,
  read: Read,
  isAllowed: (digits: string) => boolean,
  found: (start: number, end: number) => void,
): void {
  dropGroups(groups, 0)
  for (const text of before) addPieces(readBefore(text))
  const here = groups.count
  addPieces(read)
  for (let from = 0; from < groups.count; ) {
    const last = mobileFrom(groups, from)
    if (last >= here && !isAllowed(digitsOf(groups, from, last)))
      found(groups.starts[Math.max(from, here)] as number, groups.ends[last] as number)
    from = Math.max(last, from) + 1
  }
}

/** The pieces of a text, without those that tell the time of day. */
function addPieces(read: Read): void {
  const from = groups.count
  piecesOf(read, groups)
  const { opens, count } = groups
  // Marked before any is left out, since each is told by those beside it.
  for (let at = from; at < count; at++) if (isTime(groups, read.bytes, from, at)) opens[at] = 1
  keepGroups(groups, from, at => opens[at] === 0 && (at === from || opens[at - 1] === 0))
}

/** The last of the first pieces from this one on that make up a mobile, or -1. */
function mobileFrom({ digits, first, count }: Groups, from: number): number {
  const begins = first[from] as number
  for (let at = from; at < count; at++) {
    const end = first[at + 1] as number
    const is = beginsAsMobile(digits, begins, end)
    if (is === true) return at
    if (is === false || end - begins > longest) return -1
  }
  return -1
}
