import { type Day, dayAt, firstDay, monthsAfter, type When } from './when.ts'

/** Where a text stands with the day on which it was to be reviewed. The same for the guidance as for any policy. */
export type ReviewState = 'in force' | 'due' | 'overdue'

/** A review is due from a month before its day, and overdue from the day after the last one that it can mean. */
export function reviewState(review: When, now: Date): ReviewState {
  const today = dayAt(now)
  if (today > lastDay(review)) return 'overdue'
  return today >= monthsAfter(firstDay(review), -1) ? 'due' : 'in force'
}

function lastDay(when: When): Day {
  const parts = when.split('-').length
  if (parts === 3) return firstDay(when)
  const next = monthsAfter(when, parts === 2 ? 1 : 12)
  const before = new Date(Date.parse(next) - 86_400_000)
  // toISOString begins with the year, month and day.
  return before.toISOString().slice(0, 10) as Day
}

/** The document's own dates. */
export const published: When = '2015-07'
export const toBeReviewed: When = '2018-07'
