import { digitWords, fillers, letterDigits, partsOf, repeats, tens, zeros } from './number-words.ts'
import type { Tokens } from './tokens.ts'

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

const filler = new Set(fillers)
const longestGap = 12
const longestWord = 60

/** Every run of digits: figures, number words with oh, double, ten and hundred, letters for digits, and any of these mixed. */
export function digitRuns({ text, starts, ends }: Tokens): Run[] {
  const runs: Run[] = []
  let run: Group[] = []
  let times = 1
  let ten = false
  let filled = 0
  const close = () => {
    if (run.length > 0) runs.push(run)
    run = []
    ;[times, ten, filled] = [1, false, 0]
  }
  const add = (digits: string, start: number, end: number, spelled: boolean) => {
    const last = run.at(-1)
    if (ten && last && digits.length === 1 && digits !== '0') {
      run[run.length - 1] = { ...last, digits: last.digits[0] + digits, end }
    } else run.push({ digits: times > 1 ? digits.repeat(times) : digits, start, end, spelled })
    ;[times, ten, filled] = [1, false, 0]
  }
  const say = (word: string, start: number, end: number): boolean => {
    const [digit, tenth, nothing, repeat] = [digitWords[word], tens[word], zeros[word], repeats[word]]
    if (digit !== undefined) add(digit, start, end, true)
    else if (tenth !== undefined) {
      add(`${tenth}0`, start, end, true)
      ten = true
    } else if (nothing !== undefined && run.length > 0) {
      const last = run.at(-1) as Group
      run[run.length - 1] = { ...last, digits: last.digits + nothing, end }
    } else if (repeat !== undefined) times = repeat
    else return false
    return true
  }
  for (let at = 0; at < starts.length; at++) {
    const [start = 0, end = 0] = [starts[at], ends[at]]
    const last = run.at(-1)
    if (last && !mayStandBetween(text, last.end, start, last.digits.length)) close()
    if (isFigures(text, start, end)) {
      add(text.slice(start, end), start, end, false)
      continue
    }
    if (end - start > longestWord) {
      close()
      continue
    }
    const word = text.slice(start, end)
    if (say(word, start, end)) continue
    if (run.length > 0 && filler.has(word) && filled++ < 2) continue
    const parts = word.length > 5 ? partsOf(word) : undefined
    if (parts) for (const part of parts) say(part, start, end)
    else mixed(word, start)
  }
  close()
  return runs

  /** Figures and letters in one word: all of it digits, or its figures by themselves. */
  function mixed(word: string, start: number): void {
    const digits = asDigits(word, run.length > 0)
    if (digits) {
      add(digits, start, start + word.length, true)
      return
    }
    // "6138x036" ends a number and "text07700" begins one.
    if (!/^\d/.test(word)) close()
    for (const { 0: figures, index } of word.matchAll(/\d+/g)) {
      if (index > 0) close()
      add(figures, start + index, start + index + figures.length, false)
    }
    if (!/\d$/.test(word)) close()
  }
}

function isFigures(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
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

const money = /[£$€¥%]/
const between = /^[^a-z0-9£$€¥%=<>?\n]*$/
/** What people put between the digits of one number. A price, a new line or a question begins something else. */
function mayStandBetween(text: string, from: number, to: number, before: number): boolean {
  // "650+253" is a sum; "0+7+7" is not.
  if (before > 1 && text.slice(from, Math.min(to, from + longestGap)).includes('+')) return false
  if (to - from === 1) {
    const one = text[from] as string
    return one !== '\n' && !money.test(one) && one !== '?' && one !== '='
  }
  if (to - from > longestGap) {
    // Fillers stand in a longer gap: words are looked at by themselves.
    if (to - from > longestGap * 6) return false
  }
  return between.test(text.slice(from, to).replace(/[a-z']+/g, ''))
}
