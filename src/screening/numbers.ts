import { isDigitByte, isLetterByte, tableOf } from './bytes.ts'
import { dropGroups, type Groups, openGroup, putDigit, putUnit } from './groups.ts'
import { beginsAsNumber, letterDigits, type NumberWord } from './number-words.ts'
import type { Read } from './read.ts'
import { spelledNumbers, spoken } from './spoken.ts'

// No telephone number has fewer, but those of emergencies, which are everybody's.
const fewest = 6
const longestGap = 12
const longestWord = 60

/** A run being put together: it begins with group `from`. */
interface Building {
  readonly groups: Groups
  from: number
  times: number
  /** The last group is tens, which take a digit more. */
  ten: boolean
  filled: number
}

/** Every run of digits: figures, number words with oh, double, ten and hundred, letters for digits, and any of these mixed. */
export function digitRuns(read: Read, groups: Groups): void {
  dropGroups(groups, 0)
  const { starts, ends, ids, count, bytes } = read
  const building: Building = { groups, from: 0, times: 1, ten: false, filled: 0 }
  for (let at = 0; at < count; at++) {
    const [start, end] = [starts[at] as number, ends[at] as number]
    if (!mayGoOn(building, bytes, start)) close(building)
    const figure = isDigitByte(bytes[start] as number)
    if (figure && allFigures(bytes, start, end)) {
      add(building, bytes, start, end, start, end, false)
      continue
    }
    const said = figure ? undefined : spoken[ids[at] as number]
    if (said) say(building, said, start, end)
    else if (mayBeUnsaid(bytes, start, end, hasRun(building))) unsaid(building, bytes, start, end)
    else if (hasRun(building)) close(building)
    else building.times = 1
  }
  close(building)
}

const hasRun = ({ groups, from }: Building): boolean => groups.count > from

function close(building: Building): void {
  const { groups, from } = building
  if (groups.count > from) {
    if (groups.length - (groups.first[from] as number) >= fewest) groups.opens[from] = 1
    else dropGroups(groups, from)
  }
  building.from = groups.count
  settle(building)
}

function settle(building: Building): void {
  building.times = 1
  building.ten = false
  building.filled = 0
}

const zero = 48

/** Adds the figures that stand from one place to another in `codes`. */
function add(
  building: Building,
  codes: Uint8Array,
  from: number,
  to: number,
  start: number,
  end: number,
  spelled: boolean,
): void {
  const { groups, times, ten } = building
  if (ten && hasRun(building) && to - from === 1 && codes[from] !== zero)
    putUnit(groups, (codes[from] as number) - zero, end)
  else {
    openGroup(groups, start, end, spelled)
    for (let time = 0; time < times; time++)
      for (let at = from; at < to; at++) putDigit(groups, (codes[at] as number) - zero)
  }
  settle(building)
}

function say(building: Building, { kind, codes, times }: NumberWord, start: number, end: number): void {
  const { groups } = building
  if (kind === 'filler') {
    if (hasRun(building) && building.filled++ >= 2) close(building)
  } else if (kind === 'times') building.times = times
  else if (kind !== 'zeros') {
    add(building, codes, 0, codes.length, start, end, true)
    building.ten = kind === 'tens'
  } else if (hasRun(building)) {
    for (const code of codes) putDigit(groups, code - zero)
    groups.ends[groups.count - 1] = end
  }
}

/** A word that says no digits: made of words that do, or of figures and letters, or it ends the run. */
function unsaid(building: Building, bytes: Uint8Array, start: number, end: number): void {
  const parts = end - start > 5 ? spelledNumbers(bytes, start, end) : undefined
  if (parts) {
    for (const part of parts) say(building, part, start, end)
    return
  }
  const length = asDigits(bytes, start, end, hasRun(building))
  if (length > 0) {
    add(building, letters, 0, length, start, end, true)
    return
  }
  figuresWithin(building, bytes, start, end)
}

/** "6138x036" ends a number and "text07700" begins one. */
function figuresWithin(building: Building, bytes: Uint8Array, start: number, end: number): void {
  if (!isDigitByte(bytes[start] as number)) close(building)
  for (let at = start; at < end; at++) {
    if (!isDigitByte(bytes[at] as number)) continue
    if (at > start) close(building)
    let to = at + 1
    while (to < end && isDigitByte(bytes[to] as number)) to++
    add(building, bytes, at, to, at, to, false)
    at = to
  }
  if (!isDigitByte(bytes[end - 1] as number)) close(building)
}

/** Whether a word that says no digits may yet be made of some. */
function mayBeUnsaid(bytes: Uint8Array, start: number, end: number, after: boolean): boolean {
  if (end - start > longestWord) return false
  if (after && end - start < 3) return true
  const [first, second] = [bytes[start] as number, bytes[start + 1] as number]
  return (end - start > 5 && beginsAsNumber(first, second)) || hasFigure(bytes, start, end)
}

function hasFigure(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigitByte(bytes[at] as number)) return true
  return false
}

function allFigures(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isDigitByte(bytes[at] as number)) return false
  return true
}

// The figures that a word of letters stands for, as they are worked out.
const letters = new Uint8Array(longestWord)
const endingOf = (first: number, second = 0) => (first << 8) | second
const endings = (list: string) =>
  new Set(list.split(' ').map(one => endingOf(one.charCodeAt(0), one.charCodeAt(1) || 0)))
/** "1st", "2nd", "10am", "5s": what people write after a number, not in one. */
const never = endings('st nd rd th am pm s')
const notAtFirst = endings('p k m g kg km cm mm ml l d b a e z i q')

/** "o77oo9" as figures in `letters`, and how many: there is a figure in it, or digits before it and no more than two letters. */
function asDigits(bytes: Uint8Array, start: number, end: number, after: boolean): number {
  if (!hasFigure(bytes, start, end)) {
    if (!after || end - start > 2) return 0
    for (let at = start; at < end; at++) if (!isOil(bytes[at] as number)) return 0
  } else if (end - start < 3 && !after) return 0
  if (isDigitByte(bytes[start] as number) && isCounted(bytes, start, end, after)) return 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    const code = isDigitByte(byte) ? byte : (letterDigits[byte] as number)
    if (code === 0) return 0
    letters[at - start] = code
  }
  return end - start
}

/** Whether letters alone come after the figures, and say of what there are so many. */
function isCounted(bytes: Uint8Array, start: number, end: number, after: boolean): boolean {
  let from = start
  while (from < end && isDigitByte(bytes[from] as number)) from++
  for (let at = from; at < end; at++) if (!isLetterByte(bytes[at] as number)) return false
  if (end - from > 2) return true
  const ending = endingOf(bytes[from] as number, end - from > 1 ? bytes[from + 1] : 0)
  return never.has(ending) || (!after && notAtFirst.has(ending))
}

const isOil = (byte: number) => byte === 111 || byte === 105 || byte === 108

// A new line, a price, a sum or a question begins something else.
const parting = tableOf('\n£$%=<>?')
const plus = 43

/** Whether what stands between the last group and this place may stand between the digits of one number. */
function mayGoOn(building: Building, bytes: Uint8Array, to: number): boolean {
  const { groups } = building
  if (!hasRun(building)) return true
  const last = groups.count - 1
  const from = groups.ends[last] as number
  // Fillers stand in a longer gap.
  if (to - from > longestGap * 6) return false
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (parting[byte] !== 0) return to - from === 1 && (byte === 60 || byte === 62)
    // "650+253" is a sum; "0+7+7" is not.
    if (byte === plus && at - from < longestGap && groups.length - (groups.first[last] as number) > 1)
      return false
  }
  return true
}
