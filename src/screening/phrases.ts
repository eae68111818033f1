import { tables } from './compiled.ts'
import { colonBit, kindBits, partKinds, perhapsBit } from './phrase-parts.ts'
import { gap, type Read } from './read.ts'

const { sets, width, kinds, partSets, parts, anchors, lists, from, phrases, before, after, skip } = tables

/** Whether a word, by its number, is in this set. */
export const inSet = (set: number, id: number): boolean =>
  ((sets[id * width + (set >> 5)] as number) & (1 << (set & 31))) !== 0

/** What phrases are found at one word gets `found`, as their number and the words they begin and end with. */
export function phrasesAt(
  read: Read,
  word: number,
  found: (phrase: number, first: number, last: number) => void,
): void {
  const list = lists[read.ids[word] as number] as number
  const end = from[list + 1] as number
  const left = word > 0 ? (read.ids[word - 1] as number) : 0
  const right = word + 1 < read.count ? (read.ids[word + 1] as number) : 0
  for (let entry = from[list] as number; entry < end; ) {
    const needed = before[entry] as number
    if (needed !== 0 && !inSet(needed, left)) {
      entry = skip[entry] as number
      continue
    }
    const wanted = after[entry] as number
    if (wanted === 0 || inSet(wanted, right)) {
      const phrase = phrases[entry] as number
      const anchor = anchors[phrase] as number
      const first = firstWord(read, word, anchor - 1, parts[phrase] as number)
      const last = first < 0 ? -1 : lastWord(read, word, anchor + 1, parts[phrase + 1] as number)
      if (last >= 0) found(phrase, first, last)
    }
    entry++
  }
}

// At most this many words stand where a phrase has a gap.
const widestGap = 3

/** The word a phrase ends with, its parts from `part` up to `end` coming after word `at`; or -1. */
function lastWord(read: Read, at: number, part: number, end: number): number {
  if (part === end) return at
  const next = kinds[part] as number
  const kind = next & kindBits
  if (kind === partKinds.gap) {
    for (let to = at; to <= at + widestGap && to < read.count; to++) {
      const last = lastWord(read, to, part + 1, end)
      if (last >= 0) return last
      if (endsBefore(read, to + 1)) return -1
    }
    return -1
  }
  if (kind === partKinds.end)
    return at + 1 >= read.count || endsBefore(read, at + 1) ? lastWord(read, at, part + 1, end) : -1
  let last = -1
  if (at + 1 < read.count) {
    if ((next & colonBit) !== 0 && hasColon(read, at + 1)) last = lastWord(read, at, part + 1, end)
    if (last < 0 && isOne(read, at + 1, part, kind) && !endsBefore(read, at + 1))
      last = lastWord(read, at + 1, part + 1, end)
  }
  return (next & perhapsBit) !== 0 ? Math.max(last, lastWord(read, at, part + 1, end)) : last
}

/** The word a phrase begins with, its parts from `begin` up to `part` coming before word `at`; or -1. */
function firstWord(read: Read, at: number, part: number, begin: number): number {
  if (part < begin) return at
  const previous = kinds[part] as number
  const kind = previous & kindBits
  if (kind === partKinds.gap) {
    for (let to = at; to >= at - widestGap && to >= 0; to--) {
      const first = firstWord(read, to, part - 1, begin)
      if (first >= 0) return first
      if (endsBefore(read, to)) return -1
    }
    return -1
  }
  let first = -1
  if ((previous & colonBit) !== 0 && hasColon(read, at)) first = firstWord(read, at, part - 1, begin)
  if (first < 0 && at > 0 && isOne(read, at - 1, part, kind) && !endsBefore(read, at))
    first = firstWord(read, at - 1, part - 1, begin)
  if (first >= 0 || (previous & perhapsBit) === 0) return first
  return firstWord(read, at, part - 1, begin)
}

const hasColon = ({ gaps }: Read, at: number) => ((gaps[at] as number) & gap.colon) !== 0

function isOne(read: Read, at: number, part: number, kind: number): boolean {
  if (kind === partKinds.word) return inSet(partSets[part] as number, read.ids[at] as number)
  if (kind === partKinds.name) return true
  if (kind === partKinds.tag) return isTag(read, at)
  if (kind !== partKinds.number) return false
  const byte = read.bytes[read.starts[at] as number] as number
  return (byte >= 48 && byte <= 57) || inSet(partSets[part] as number, read.ids[at] as number)
}

/** Whether a word has a figure in it, or goes on after a dot or a line. */
function isTag({ bytes, starts, ends }: Read, at: number): boolean {
  const [start, end] = [starts[at] as number, ends[at] as number]
  for (let i = start; i < end; i++) if ((bytes[i] as number) >= 48 && (bytes[i] as number) <= 57) return true
  const sign = bytes[end]
  return (sign === 46 || sign === 95) && starts[at + 1] === end + 1
}

/** Whether a sentence ends before this word. */
export function endsBefore({ gaps }: Read, at: number): boolean {
  const between = gaps[at] as number
  return (between & gap.line) !== 0 || (between & (gap.stop | gap.space)) === (gap.stop | gap.space)
}
