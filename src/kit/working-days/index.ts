import { asTyped, fromTyped, later } from '../clock.ts'
import { bankHolidays, type Day, dayAfter, fromDay, isWeekend } from './bank-holidays.ts'

export { bankHolidays, type Day } from './bank-holidays.ts'

/** Days beside weekends and bank holidays on which an organisation is shut. */
export type OwnDays = ReadonlySet<Day>
const none: OwnDays = new Set()

/** Whether it is a working day in England and Wales. Throws RangeError for what is no day, or before 2015. */
export const isWorkingDay = (day: Day, own: OwnDays = none): boolean =>
  !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4))).has(day) && !own.has(day)

/** So long may an organisation be shut at a stretch, in days, before nothing can be counted. */
const longestStretch = 400

/** The first working day after a day. Throws RangeError where there is none for more than a year: then the days are wrong. */
export function nextWorkingDay(day: Day, own: OwnDays = none): Day {
  for (let on = 1; on <= longestStretch; on++) {
    const next = dayAfter(day, on)
    if (isWorkingDay(next, own)) return next
  }
  throw new RangeError(`no working day within ${longestStretch} days of ${day}`)
}

/** The last moment of a day here. */
export const endOfDay = (day: Day): Date => later(fromTyped(dayAfter(day, 1), '00:00'), -1)

/** The day it is here at a moment. */
export const dayOf = (at: Date): Day => asTyped(at).day

/**
 * The moment by which something is done *within so many working days* of `at`, by the clocks here (Europe/London). Time runs
 * on working days alone, all day: from 3pm on a Friday one working day lasts until 3pm on the Monday; from a Saturday, when
 * nothing runs, to the end of the Monday. So it is never less than 24 hours a day, never on a weekend or a bank holiday, and
 * never sooner for what came later. Days of the organisation’s own hold it up as bank holidays do: a shut school’s summer is
 * not to be given for what somebody outside is owed. Throws RangeError unless `count` is a whole number from 1 to 366.
 */
export function withinWorkingDays(at: Date, count: number, own: OwnDays = none): Date {
  if (!Number.isInteger(count) || count < 1 || count > 366) throw new RangeError(`${count} working days?`)
  const { day, time } = asTyped(at)
  let last = day
  for (let on = 0; on < count; on++) last = nextWorkingDay(last, own)
  if (!isWorkingDay(day, own)) return endOfDay(last)
  const intoTheMinute = at.getTime() - fromTyped(day, time).getTime()
  return later(fromTyped(last, time), intoTheMinute)
}

/** Days that an organisation typed, as `OwnDays`. Throws RangeError at the first that is no day of the calendar. */
export function ownDays(days: Iterable<Day>): OwnDays {
  const all = new Set(days)
  for (const day of all) fromDay(day)
  return all
}
