import { isDigitByte, isNameByte, slice } from './bytes.ts'
import { rows, tables } from './compiled.ts'
import { isExcused } from './context.ts'
import { digitsOf, groupsFor } from './groups.ts'
import { housesIn } from './houses.ts'
import { is, noteworthy } from './kinds-of-words.ts'
import { about, extension, noNames, others } from './lexicon.ts'
import { networks } from './networks.ts'
import { beginsAsNumber } from './number-words.ts'
import { digitRuns } from './numbers.ts'
import { phonesIn } from './phones.ts'
import { phrasesAt } from './phrases.ts'
import { mayBePostcode, postcodesAt, streetsIn } from './places.ts'
import { gap, type Read, textRead } from './read.ts'
import { type RuleId, type Speaker, screeningRules } from './rules.ts'
import type { Seen } from './seen.ts'
import type { RowFacts } from './tables.ts'
import { vocabulary } from './vocabulary.ts'
import { readInto } from './words.ts'
import { hasBit } from './words-set.ts'

const nothing: Seen[] = []

/** Everything there is to see in a text that was read, in the order it stands; what lies within something seen is not said again. */
export function look(text: string, read: Read, speaker: Speaker): Seen[] {
  readInto(text, vocabulary, read)
  const { ids, starts, ends, count, anyGap, bytes, hits } = read
  let [any, numeric, met] = [0, read.digits, 0]
  for (let at = 0; at < count; at++) {
    const bits = about[ids[at] as number] as number
    any |= bits
    // No branch: which words are of a phrase cannot be foretold.
    hits[met] = at
    met += bits & is.hit
    numeric += (bits & is.numeric) >> 1
    const start = starts[at] as number
    // Number words run together.
    if ((ends[at] as number) - start >= 12 && ids[at] === 0) {
      if (beginsAsNumber(bytes[start] as number, bytes[start + 1] as number)) numeric += 4
    }
  }
  read.numeric = numeric
  if ((any & noteworthy) === 0 && numeric === 0 && (anyGap & (gap.stop | gap.at)) === 0) return nothing
  const seen: Seen[] = []
  if (numeric >= 4) numbers(read, (any & is.cue) !== 0, seen)
  if (((anyGap & (gap.stop | gap.at)) | (any & (is.at | is.dot))) !== 0) networks(read, any, seen)
  if (read.digits > 0) places(text, read, any, seen)
  if (met > 0) phrases(read, met, speaker, seen)
  return seen.length < 2 ? seen : apart(seen)
}

function places(text: string, read: Read, any: number, seen: Seen[]): void {
  let codes: number[] | undefined
  for (let at = 0; at < read.count; at++)
    if (mayBePostcode(read, at)) {
      codes ??= []
      codes.push(at)
    }
  if (codes)
    for (const { kind, start, end } of postcodesAt(read, codes)) seen.push({ rule: kind, start, end })
  if ((any & is.street) !== 0)
    for (const { kind, start, end } of streetsIn(textRead(read))) seen.push({ rule: kind, start, end })
  if (read.digits >= 3)
    for (const { start, end } of housesIn(text, read)) seen.push({ rule: 'place', start, end })
}

// Kept from text to text.
const groups = groupsFor(64)

function numbers(read: Read, cue: boolean, seen: Seen[]): void {
  digitRuns(read, groups)
  const bare = hasNoWord(read)
  const found = (first: number, last: number) => {
    const [start, end] = [groups.starts[first] as number, groups.ends[last] as number]
    const about = { kind: 'number', digits: digitsOf(groups, first, last) } as const
    seen.push({ rule: 'personal-number', start, end, about })
  }
  for (let from = 0; from < groups.count; ) {
    let to = from
    while (to + 1 < groups.count && groups.opens[to + 1] === 0) to++
    const other = isOther(read, groups.starts[from] as number)
    phonesIn(groups, from, to, { bytes: read.bytes, cue, other, bare }, found)
    from = to + 1
  }
}

/** Whether a text is figures alone, but for an extension. */
function hasNoWord({ bytes, starts, ends, ids, count }: Read): boolean {
  for (let at = 0; at < count; at++)
    if (
      !isDigitByte(bytes[starts[at] as number] as number) &&
      ids[at] !== extension &&
      (ends[at] as number) > 0
    )
      return false
  return true
}

/** Whether one of the six words before says that what comes is no telephone number. */
function isOther({ starts, ids, count }: Read, start: number): boolean {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0 && low - at <= 6; at--) if (hasBit(others, ids[at] as number)) return true
  return false
}

/** The phrases at the first `met` words of those that some phrase is looked for at. */
function phrases(read: Read, met: number, speaker: Speaker, seen: Seen[]): void {
  const found = (phrase: number, first: number, last: number) => {
    const row = tables.rowOf[phrase] as number
    if (!isExcused(read, row, first, last, speaker))
      phraseSeen(read, (rows[row] as RowFacts).rule, first, last, seen)
  }
  for (let hit = 0; hit < met; hit++) phrasesAt(read, read.hits[hit] as number, found)
}

function phraseSeen(read: Read, rule: RuleId, first: number, last: number, seen: Seen[]): void {
  const start = read.starts[first] as number
  const end = read.ends[last] as number
  const named = rule === 'personal-account'
  if (!named && rule !== 'own-secret' && rule !== 'secret') {
    seen.push({ rule, start, end })
    return
  }
  const name = lastName(read, end)
  if (noNames.has(name.text)) return
  if (!named) seen.push({ rule, start, end: name.end })
  else seen.push({ rule, start, end: name.end, about: { kind: 'account', name: name.text } })
}

const [dash, dot] = [45, 46]
const longestName = 40

/** The account's name that the phrase ends in, with its dots and lines. */
function lastName(read: Read, end: number): { text: string; end: number } {
  const { bytes, length } = read
  const isName = (at: number) => isNameByte(bytes[at] as number) || bytes[at] === dash
  let [from, to] = [end, end]
  while (from > 0 && end - from < longestName && isName(from - 1)) from--
  while (to < length && to - end < longestName && isName(to)) to++
  while (to > end && (bytes[to - 1] === dot || bytes[to - 1] === dash)) to--
  return { text: slice(read, from, to), end: to }
}

const numberOfRule = new Map(Object.keys(screeningRules).map((rule, at) => [rule, at]))
// By rule, where what was kept of it ends, kept from text to text.
const reached = new Int32Array(numberOfRule.size)

/** In the order they stand, without what lies within another of the same kind. */
function apart(seen: Seen[]): Seen[] {
  inOrder(seen)
  reached.fill(-1)
  let [contact, kept] = [-1, 0]
  for (const one of seen) {
    const { rule, start, end, about } = one
    if (about !== undefined) {
      if (start < contact && end <= contact) continue
      contact = Math.max(contact, end)
    } else {
      const number = numberOfRule.get(rule) as number
      if (start < (reached[number] as number)) continue
      reached[number] = end
    }
    seen[kept++] = one
  }
  seen.length = kept
  return seen
}

const few = 12

/** Puts what was seen in the order it stands, and of what begins together the longest first. Most texts have little. */
function inOrder(seen: Seen[]): void {
  const order = (one: Seen, other: Seen) => one.start - other.start || other.end - one.end
  if (seen.length > few) seen.sort(order)
  else
    for (let at = 1; at < seen.length; at++) {
      const one = seen[at] as Seen
      let to = at
      for (; to > 0 && order(one, seen[to - 1] as Seen) < 0; to--) seen[to] = seen[to - 1] as Seen
      seen[to] = one
    }
}
