/** A day, a month or a year, as exactly as it is known: `2026-04-29`, `2026-04`, `2026`. */
export type When = `${number}` | `${number}-${number}` | `${number}-${number}-${number}`
/** A whole day: `2026-04-29`. */
export type Day = `${number}-${number}-${number}`

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

const parts = (when: When) => when.split('-').map(Number) as [year: number, month?: number, day?: number]

/** 29 April 2026, April 2026, or 2026. */
export function whenInWords(when: When): string {
  const [year, month, day] = parts(when)
  return [day, month && months[month - 1], year].filter(Boolean).join(' ')
}

/** The first day that it can mean, so that what is counted from it comes too early rather than too late. */
export function firstDay(when: When): Day {
  const [year, month = 1, day = 1] = parts(when)
  return dayOf(new Date(Date.UTC(year, month - 1, day)))
}

/** The same day so many months on; the month's last day where there is no such day in it. */
export function monthsAfter(when: When, count: number): Day {
  const [year, month = 1, day = 1] = parts(firstDay(when))
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate()
  return dayOf(new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))))
}

/** The next first of September after it. */
export function nextSeptember(when: When): Day {
  const day = firstDay(when)
  const year = Number(day.slice(0, 4))
  return day < `${year}-09-01` ? `${year}-09-01` : `${year + 1}-09-01`
}

// toISOString begins with the year, month and day of exactly this shape.
const dayOf = (at: Date): Day => at.toISOString().slice(0, 10) as Day

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
/** The day that a time falls on, here. */
export const dayAt = (at: Date): Day => london.format(at) as Day
