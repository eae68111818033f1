import { isDigitByte, tableOf } from './bytes.ts'
import { isDateOrTime } from './dates.ts'
import { firstDigit, type Groups, sizeOf } from './groups.ts'
import { isAbroad, isMobile, isNational, isNorthAmerican } from './plans.ts'

/** What stands about a run that bears on whether it is a telephone number. */
export interface Around {
  /** The folded text that the run is of. */
  readonly bytes: Uint8Array
  /** The message speaks of calling or of a number. */
  readonly cue: boolean
  /** What comes just before says that it is something else: a reference, an order, an account. */
  readonly other: boolean
  /** The message has no word besides. */
  readonly bare: boolean
}

/** Groups that are looked at as one: from the first to the last. */
interface Part {
  readonly groups: Groups
  readonly first: number
  readonly last: number
}

// E.164 (ITU): at most fifteen digits with the country's.
const longest = 15

/**
 * The telephone numbers in the run from one group to another, each as its first and last group. Looks at no more than
 * fifteen digits from any place, so it is linear.
 */
export function phonesIn(
  groups: Groups,
  from: number,
  to: number,
  around: Around,
  found: (first: number, last: number) => void,
): void {
  // No date or time begins with a nought alone, so what is in such a run is of the number.
  const lone = sizeOf(groups, from) === 1 && firstDigit(groups, from) === 0
  for (let first = from; first <= to; ) {
    let next = first
    while (next <= to && (lone || !isDateOrTime(groups, around.bytes, from, to, next))) next++
    if (next > first) phonesOf({ groups, first, last: next - 1 }, around, found)
    first = next + 1
  }
}

function phonesOf(part: Part, around: Around, found: (first: number, last: number) => void): void {
  for (let at = part.first; at <= part.last; ) {
    const last = lastOf(part, at, around)
    if (last < 0) at++
    else {
      found(at, last)
      at = last + 1
    }
  }
}

/** The last group of the telephone number that begins with this group, the longest there is; or -1. */
function lastOf(part: Part, at: number, around: Around): number {
  const { groups } = part
  const initial = firstDigit(groups, at)
  const plus = initial !== 0 && hasPlus(around.bytes, groups, at)
  // Most groups begin nothing: within a run, only what begins as a number does.
  if (!plus && at > part.first && initial !== 0 && initial !== 4) return -1
  const { digits, first } = groups
  const from = first[at] as number
  let best = -1
  for (let last = at; last <= part.last; last++) {
    const end = first[last + 1] as number
    if (end - from > longest) break
    if (end - from >= 3 && initial === 0 && digits[from + 1] === 0 && digits[from + 2] === 0) break
    if (end - from >= 6 && isPhone(part, at, last, plus, around)) best = last
  }
  return best
}

function isPhone(part: Part, at: number, last: number, plus: boolean, around: Around): boolean {
  const { groups } = part
  const { digits, first } = groups
  const [from, end] = [first[at] as number, first[last + 1] as number]
  if (plus) return true
  if (isMobile(digits, from, end)) return true
  // Within a run, a number begins where a group of some length does: "30 11 45 0…" is four scores and not a call.
  const begins = at === part.first || sizeOf(groups, at) >= 3
  if (begins && (isNational(digits, from, end) || isAbroad(digits, from, end)))
    return !isBook(part, at) && !isDecimal(groups, at, last)
  if (at !== part.first || last !== part.last || around.other) return false
  if (end - from === 10 && digits[from] === 7 && (last - at < 4 || allSmall(part))) return true
  if (isNorthAmerican(digits, from, end) && (around.cue || isSpelled(part) || american.has(shapeOf(part))))
    return true
  if (around.bare && isBare(part, around.bytes)) return true
  return around.cue && isPlausible(part, around.bytes)
}

/** A message that is nothing but a number in groups, or with a nought before, and no date, is a number to call. */
function isBare({ groups, first, last }: Part, bytes: Uint8Array): boolean {
  const length = (groups.first[last + 1] as number) - (groups.first[first] as number)
  if (length < 7 || length > 13 || (first === last && firstDigit(groups, first) !== 0)) return false
  for (let at = first; at <= last; at++) if (isDateOrTime(groups, bytes, first, last, at)) return false
  return isWritten({ groups, first, last }, bytes, bareSigns)
}

/** Seven to thirteen digits that are grouped as a number to call is, where the message speaks of one. */
function isPlausible(part: Part, bytes: Uint8Array): boolean {
  const { groups, first, last } = part
  const length = (groups.first[last + 1] as number) - (groups.first[first] as number)
  if (length > 13 || hasComma(part, bytes)) return false
  const shape = shapeOf(part)
  if (length < 8) return shape === 0x34
  if (shape === 0x2222) return isWritten(part, bytes, dashes)
  if (shape === 0x324 || first === last) return shape === 0x9 || shape === 0xa || shape === 0xb
  for (let at = first; at <= last; at++) if (sizeOf(groups, at) >= 3) return true
  return length >= 10 && allSmall(part)
}

/** How many digits each of its groups has, as the figures of a number in sixteens; 0 for more than five groups. */
function shapeOf({ groups, first, last }: Part): number {
  if (last - first >= 5) return 0
  let shape = 0
  for (let at = first; at <= last; at++) shape = shape * 16 + sizeOf(groups, at)
  return shape
}

/** How North American numbers are grouped, with the country's 1 before or not. */
const american = new Set(
  [0x334, 0x37, 0x64, 0x46, 0x73, 0x244, 0xa].flatMap(shape => [
    shape,
    0x10 ** shape.toString(16).length + shape,
  ]),
).add(0xb)

function allSmall({ groups, first, last }: Part): boolean {
  for (let at = first; at <= last; at++) if (sizeOf(groups, at) > 1 && groups.spelled[at] === 0) return false
  return true
}

function isSpelled({ groups, first, last }: Part): boolean {
  let spelled = 0
  for (let at = first; at <= last; at++) spelled += groups.spelled[at] as number
  return spelled >= 2
}

const bareSigns = tableOf(' \t\n\r\v\f()+-')
const dashes = tableOf('-')
const comma = 44

/** Whether nothing stands from its first figure to its last but figures and these signs. */
function isWritten({ groups, first, last }: Part, bytes: Uint8Array, signs: Uint8Array): boolean {
  for (let at = groups.starts[first] as number; at < (groups.ends[last] as number); at++)
    if (!isDigitByte(bytes[at] as number) && signs[bytes[at] as number] === 0) return false
  return true
}

function hasComma({ groups, first, last }: Part, bytes: Uint8Array): boolean {
  for (let at = groups.starts[first] as number; at < (groups.ends[last] as number); at++)
    if (bytes[at] === comma) return true
  return false
}

/** A decimal fraction with many places. A mobile with a dot after its nought is still one. */
const isDecimal = (groups: Groups, at: number, last: number) =>
  last === at + 1 &&
  sizeOf(groups, at) === 1 &&
  firstDigit(groups, at) === 0 &&
  firstDigit(groups, last) !== 7

/** The number of a book (ISO 2108) has its prefix before. */
const isBook = ({ groups, first }: Part, at: number) =>
  isBookPrefix(groups, at) || (at > first && isBookPrefix(groups, at - 1))

function isBookPrefix(groups: Groups, at: number): boolean {
  if (sizeOf(groups, at) !== 3) return false
  const from = groups.first[at] as number
  const [one, two, three] = [groups.digits[from], groups.digits[from + 1], groups.digits[from + 2]]
  return one === 9 && two === 7 && (three === 8 || three === 9)
}

const [space, opening, plusSign] = [32, 40, 43]
const plusWord = [...'plus'].map(letter => letter.charCodeAt(0))

function hasPlus(bytes: Uint8Array, groups: Groups, at: number): boolean {
  let before = (groups.starts[at] as number) - 1
  while (before >= 0 && (bytes[before] === space || bytes[before] === opening)) before--
  // "650+253+1234" is a sum.
  if (bytes[before] === plusSign) return !isDigitByte(bytes[before - 1] as number)
  return before >= 3 && plusWord.every((code, i) => bytes[before - 3 + i] === code)
}
