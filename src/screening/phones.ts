import type { Group, Run } from './numbers.ts'

/** A telephone number found, as digits, with where it stood in the folded text. */
export interface Phone {
  readonly digits: string
  readonly start: number
  readonly end: number
}

/** What stands about a run that bears on whether it is a telephone number. */
export interface Around {
  /** The folded text that the run is of. */
  readonly text: string
  /** The message speaks of calling or of a number. */
  readonly cue: boolean
  /** What comes just before says that it is something else: a reference, an order, an account. */
  readonly other: boolean
  /** The message has no word besides. */
  readonly bare: boolean
}

// E.164 (ITU): at most fifteen digits with the country's.
const longest = 15

/** National numbers of the UK as Ofcom's plan has them, the invented ones of drama among them, and so written abroad. */
const uk = /^(?:0[1-9]\d{8,9}|(?:00)?440?[1-9]\d{8,9})$/
const mobile = /^(?:07\d{9}|(?:00)?440?7\d{9})$/
const abroad = /^00[1-9]\d{8,12}$/
const northAmerica = /^1?[2-9]\d{2}[2-9]\d{6}$/

/** The telephone numbers in a run. Looks at no more than fifteen digits from any place, so it is linear. */
export function phonesIn(run: Run, around: Around): Phone[] {
  const { text } = around
  const found: Phone[] = []
  // No date or time begins with a nought alone, so what is in such a run is of the number.
  const lone = run[0]?.digits === '0'
  const groups = lone ? run : run.filter((_, at) => !isDateOrTime(text, run, at))
  const parts = groups.length === run.length ? [run] : partsAround(run, groups)
  for (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const to = lastOf(part, at, around)
      if (to === undefined) at++
      else {
        const all = part.slice(at, to + 1)
        const [first, last] = [all[0], all.at(-1)] as [Group, Group]
        found.push({ digits: all.map(one => one.digits).join(''), start: first.start, end: last.end })
        at = to + 1
      }
    }
  }
  return found
}

/** The run without what is a date or a time, in the pieces that leaves. */
function partsAround(run: Run, kept: Run): Run[] {
  const parts: Group[][] = [[]]
  const keep = new Set(kept)
  for (const group of run)
    if (keep.has(group)) parts.at(-1)?.push(group)
    else if (parts.at(-1)?.length) parts.push([])
  return parts
}

/** The last group of the telephone number that begins with this group, the longest there is. */
function lastOf(run: Run, at: number, around: Around): number | undefined {
  const plus = hasPlus(around.text, run, at)
  // Most groups begin nothing: within a run, only what begins as a number does.
  const initial = run[at]?.digits[0]
  if (!plus && at > 0 && initial !== '0' && initial !== '4') return undefined
  let digits = ''
  let best: number | undefined
  for (let to = at; to < run.length; to++) {
    digits += run[to]?.digits ?? ''
    if (digits.length > longest || digits.startsWith('000')) break
    if (digits.length < 6) continue
    if (isPhone(digits, run, at, to, plus, around)) best = to
  }
  return best
}

function isPhone(digits: string, run: Run, at: number, to: number, plus: boolean, around: Around): boolean {
  if (plus) return digits.length >= 6 && digits[0] !== '0'
  if (mobile.test(digits)) return true
  const first = run[at]?.digits ?? ''
  // Within a run, a number begins where a group of some length does: "30 11 45 0…" is four scores and not a call.
  const begins = at === 0 || first.length >= 3
  if (begins && (uk.test(digits) || abroad.test(digits))) return !isBook(run, at) && !isDecimal(run, at, to)
  const whole = at === 0 && to === run.length - 1
  if (!whole || around.other) return false
  if (/^7\d{9}$/.test(digits) && (to - at < 4 || allSmall(run))) return true
  if (northAmerica.test(digits) && (around.cue || spelled(run) || isAmericanGrouping(run))) return true
  if (around.bare && isBare(digits, run, around.text)) return true
  return around.cue && isPlausible(around.text, digits, run)
}

/** A message that is nothing but a number in groups, or with a nought before, and no date, is a number to call. */
const isBare = (digits: string, run: Run, text: string) =>
  digits.length >= 7 &&
  digits.length <= 13 &&
  (run.length > 1 || digits[0] === '0') &&
  !run.some((_, at) => isDateOrTime(text, run, at)) &&
  /^[\d\s()+-]+$/.test(text.slice(run[0]?.start, run.at(-1)?.end))

/** Seven to thirteen digits that are grouped as a number to call is, where the message speaks of one. */
function isPlausible(text: string, digits: string, run: Run): boolean {
  if (digits.length > 13) return false
  const written = text.slice(run[0]?.start, run.at(-1)?.end)
  if (written.includes(',')) return false
  const shape = run.map(({ digits: { length } }) => length).join('-')
  if (digits.length < 8) return shape === '3-4'
  if (shape === '2-2-2-2') return /^[\d-]+$/.test(written)
  if (shape === '3-2-4' || shape === '8' || shape === '12' || shape === '13') return false
  return run.some(group => group.digits.length >= 3) || (allSmall(run) && digits.length >= 10)
}

const isAmericanGrouping = (run: Run) =>
  /^(?:1-)?(?:3-3-4|3-7|6-4|4-6|7-3|2-4-4|10)$|^11$/.test(
    run.map(({ digits: { length } }) => length).join('-'),
  )
const allSmall = (run: Run) => run.every(group => group.digits.length <= 1 || group.spelled)
const spelled = (run: Run) => run.filter(group => group.spelled).length >= 2

/** A decimal fraction with many places. A mobile with a dot after its nought is still one. */
const isDecimal = (run: Run, at: number, to: number) =>
  to === at + 1 && run[at]?.digits === '0' && run[to]?.digits[0] !== '7'

/** The number of a book (ISO 2108) has its prefix before. */
const isBook = (run: Run, at: number) =>
  /^97[89]$/.test(run[at - 1]?.digits ?? '') || /^97[89]$/.test(run[at]?.digits ?? '')

function hasPlus(text: string, run: Run, at: number): boolean {
  const group = run[at]
  if (!group || group.digits[0] === '0') return false
  let before = group.start - 1
  while (before >= 0 && (text[before] === ' ' || text[before] === '(')) before--
  if (text[before] === '+') {
    // "650+253+1234" is a sum.
    return !/\d/.test(text[before - 1] ?? '')
  }
  return text[before] === 's' && text.slice(Math.max(0, before - 3), before + 1) === 'plus'
}

const dateSign = /^[/.\-:]$/

/** Whether this group is of a date, a time or a span of dates: two or three groups with the same one sign between, alone. */
function isDateOrTime(text: string, run: Run, at: number): boolean {
  const joined = (left: number): string => {
    const [one, other] = [run[left], run[left + 1]]
    if (!one || !other || one.spelled || other.spelled || other.start - one.end !== 1) return ''
    const sign = text[one.end] as string
    return dateSign.test(sign) ? sign : ''
  }
  const sign = joined(at) || joined(at - 1)
  if (sign === '') return false
  let [first, last] = [at, at]
  while (at - first < 3 && joined(first - 1) === sign) first--
  while (last - at < 3 && joined(last) === sign) last++
  // No date has four parts, and no time of day.
  if (last - first >= 3) return false
  const numbers = run.slice(first, last + 1).map(group => group.digits)
  const shape = numbers.map(({ length }) => length).join('-')
  const [one = 0, two = 0, three = 0] = numbers.map(Number)
  // Digits one by one beside it: this is not the hour of anything.
  if (run[first - 1]?.digits.length === 1 || run[last + 1]?.digits.length === 1) return false
  if (sign === ':') return /^[12]-2(?:-2)?$/.test(shape) && one < 24 && two < 60 && three < 60
  if (/^4-[12]-[12]$/.test(shape)) return isMonthAndDay(two, three)
  if (/^[12]-[12]-(?:2|4)$/.test(shape)) return isMonthAndDay(two, one) || isMonthAndDay(one, two)
  if (sign === '/' && /^[12]-[12]$/.test(shape)) return isMonthAndDay(two, one) || isMonthAndDay(one, two)
  return sign === '.' && /^[12]-2$/.test(shape) && one < 24 && two < 60
}

const isMonthAndDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31
