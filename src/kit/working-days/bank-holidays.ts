/** A day of the calendar, `2026-12-25`. */
export type Day = string

const aDay = 86_400_000
const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day)
const weekdayOf = (time: number): number => new Date(time).getUTCDay()

export const toDay = (time: number): Day => new Date(time).toISOString().slice(0, 10)

/**
 * The day as a number to count with: its midnight as UTC, in milliseconds. Throws RangeError for what is no day of the
 * calendar.
 */
export function fromDay(day: Day): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time) || toDay(time) !== day) throw new RangeError(`no such day: ${day}`)
  return time
}

/** The day that many days on, or back. */
export const dayAfter = (day: Day, days: number): Day => toDay(fromDay(day) + days * aDay)

export const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(fromDay(day)))

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
function easter(year: number): number {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const leap = century - Math.floor(century / 4)
  const moon = leap - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + moon + 15) % 30
  const [quarter, rest] = [Math.floor((year % 100) / 4), (year % 100) % 4]
  const weekday = (32 + 2 * (century % 4) + 2 * quarter - epact - rest) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return at(year, Math.floor(days / 31), (days % 31) + 1)
}

const firstMonday = (year: number, month: number): number => {
  const first = at(year, month, 1)
  return first + ((8 - weekdayOf(first)) % 7) * aDay
}
const lastMonday = (year: number, month: number): number => {
  const last = at(year, month + 1, 0)
  return last - ((weekdayOf(last) + 6) % 7) * aDay
}

/** Days that were moved or added by proclamation: no rule brings them. Those to come are not known before they are. */
const proclaimed: Readonly<
  Record<number, { readonly without?: readonly Day[]; readonly with: readonly Day[] }>
> = {
  2020: { without: ['2020-05-04'], with: ['2020-05-08'] },
  2022: { without: ['2022-05-30'], with: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { with: ['2023-05-08'] },
}

/** New Year’s Day, Christmas Day and Boxing Day, each moved to the next day that is free where it falls on a weekend. */
function substituted(days: readonly number[]): readonly number[] {
  const taken: number[] = []
  const isFree = (time: number) => ![0, 6].includes(weekdayOf(time)) && !taken.includes(time)
  for (const day of days.filter(isFree)) taken.push(day)
  for (const day of days) {
    if (taken.includes(day)) continue
    let next = day
    while (!isFree(next)) next += aDay
    taken.push(next)
  }
  return taken
}

const known = new Map<number, ReadonlySet<Day>>()

/**
 * The bank holidays of England and Wales in a year from 2015 on, substitute days in place of those on a weekend. (Banking
 * and Financial Dealings Act 1971, schedule 1, and the yearly proclamations.) A holiday that is proclaimed later than this
 * was written is not in it: an organisation adds it as a day of its own. Throws RangeError for years that are not.
 */
export function bankHolidays(year: number): ReadonlySet<Day> {
  if (!Number.isInteger(year) || year < 2015 || year > 9999) throw new RangeError(`bank holidays of ${year}?`)
  const before = known.get(year)
  if (before) return before
  const sunday = easter(year)
  const byRule = [
    ...substituted([at(year, 1, 1)]),
    ...[sunday - 2 * aDay, sunday + aDay],
    ...[firstMonday(year, 5), lastMonday(year, 5), lastMonday(year, 8)],
    ...substituted([at(year, 12, 25), at(year, 12, 26)]),
  ].map(toDay)
  const moved = proclaimed[year]
  const all = new Set([...byRule.filter(day => !moved?.without?.includes(day)), ...(moved?.with ?? [])])
  known.set(year, all)
  return all
}
