import { isDigitByte } from './bytes.ts'
import { beginsAsNumber, letterDigits, type NumberWord, numberWords, partsOf } from './number-words.ts'
import { type Read, textRead } from './read.ts'

/** Digits written together, with where they stood in the folded text. */
export interface Group {
  readonly digits: string
  readonly start: number
  readonly end: number
  /** Whether they were words or letters, which nobody does with a price. */
  readonly spelled: boolean
}

/** Groups with nothing but what people put between the digits of one number. */
export type Run = readonly Group[]

// No telephone number has fewer, but those of emergencies, which are everybody's.
const fewest = 6
const longestGap = 12
const longestWord = 60

/** A run being put together. */
interface Building {
  readonly runs: Run[]
  run: Group[]
  digits: number
  times: number
  /** The last group is tens, which take a digit more. */
  ten: boolean
  filled: number
}

/** Every run of digits: figures, number words with oh, double, ten and hundred, letters for digits, and any of these mixed. */
export function digitRuns(read: Read, spoken: readonly (NumberWord | undefined)[]): Run[] {
  const { starts, ends, ids, count, bytes } = read
  const text = textRead(read)
  const building: Building = { runs: [], run: [], digits: 0, times: 1, ten: false, filled: 0 }
  for (let at = 0; at < count; at++) {
    const [start, end] = [starts[at] as number, ends[at] as number]
    const last = building.run.at(-1)
    if (last && !mayStandBetween(bytes, last.end, start, last.digits.length)) close(building)
    const isFigures = isDigitByte(bytes[start] as number) && allFigures(bytes, start, end)
    if (isFigures) {
      add(building, text.slice(start, end), start, end, false)
      continue
    }
    const said = spoken[ids[at] as number]
    if (said && !isDigitByte(bytes[start] as number)) say(building, said, start, end)
    else if (mayBeUnsaid(bytes, start, end, building.run.length > 0))
      unsaid(building, text.slice(start, end), start)
    else if (building.run.length > 0) close(building)
    else building.times = 1
  }
  close(building)
  return building.runs
}

function close(building: Building): void {
  if (building.digits >= fewest) building.runs.push(building.run)
  if (building.run.length > 0) building.run = []
  building.digits = 0
  settle(building)
}

function settle(building: Building): void {
  building.times = 1
  building.ten = false
  building.filled = 0
}

function add(building: Building, digits: string, start: number, end: number, spelled: boolean): void {
  const { run, times, ten } = building
  const last = run.at(-1)
  if (ten && last && digits.length === 1 && digits !== '0')
    run[run.length - 1] = { ...last, digits: last.digits[0] + digits, end }
  else {
    run.push({ digits: times > 1 ? digits.repeat(times) : digits, start, end, spelled })
    building.digits += digits.length * times
  }
  settle(building)
}

function say(building: Building, { kind, digits, times }: NumberWord, start: number, end: number): void {
  if (kind === 'filler') {
    if (building.run.length > 0 && building.filled++ >= 2) close(building)
  } else if (kind === 'times') building.times = times
  else if (kind !== 'zeros') {
    add(building, digits, start, end, true)
    building.ten = kind === 'tens'
  } else if (building.run.length > 0) {
    const last = building.run.at(-1) as Group
    building.run[building.run.length - 1] = { ...last, digits: last.digits + digits, end }
    building.digits += digits.length
  }
}

/** A word that says no digits: made of words that do, or of figures and letters, or it ends the run. */
function unsaid(building: Building, word: string, start: number): void {
  const parts = word.length > 5 ? partsOf(word) : undefined
  if (parts) {
    for (const part of parts) say(building, numberWords.get(part) as NumberWord, start, start + word.length)
    return
  }
  const digits = asDigits(word, building.run.length > 0)
  if (digits) {
    add(building, digits, start, start + word.length, true)
    return
  }
  // "6138x036" ends a number and "text07700" begins one.
  if (!/^\d/.test(word)) close(building)
  for (const { 0: figures, index } of word.matchAll(/\d+/g)) {
    if (index > 0) close(building)
    add(building, figures, start + index, start + index + figures.length, false)
  }
  if (!/\d$/.test(word)) close(building)
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

/** "o77oo9" as digits: there is a figure in it, or digits before it and no more than two letters. */
function asDigits(word: string, after: boolean): string | undefined {
  const figures = word.match(/\d/g)?.length ?? 0
  if (figures === 0 && !(after && /^[oil]{1,2}$/.test(word))) return undefined
  if (figures > 0 && word.length < 3 && !after) return undefined
  // "1st", "2nd", "10am", "5s": what people write after a number, not in one.
  if (/^\d+(?:st|nd|rd|th|s|am|pm|p|k|m|g|kg|km|cm|mm|ml|l|d|b|a|e|z|i|q)$/.test(word) && !after)
    return undefined
  if (/^\d+(?:st|nd|rd|th|am|pm|s|ish|[a-z]{3,})$/.test(word)) return undefined
  let digits = ''
  for (const one of word) {
    const digit = one >= '0' && one <= '9' ? one : letterDigits[one]
    if (digit === undefined) return undefined
    digits += digit
  }
  return digits
}

// A new line, a price, a sum or a question begins something else.
const parting = new Uint8Array(256)
for (const sign of '\n£$%=<>?') parting[sign.charCodeAt(0)] = 1
const plus = 43

/** Whether what stands between two groups may stand between the digits of one number. */
function mayStandBetween(bytes: Uint8Array, from: number, to: number, before: number): boolean {
  // Fillers stand in a longer gap.
  if (to - from > longestGap * 6) return false
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (parting[byte] !== 0) return to - from === 1 && (byte === 60 || byte === 62)
    // "650+253" is a sum; "0+7+7" is not.
    if (byte === plus && before > 1 && at - from < longestGap) return false
  }
  return true
}
