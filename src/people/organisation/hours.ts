import { asTyped, days, fromTyped, later } from '../../kit/clock.ts'
import type { Said } from './parts.ts'

/** The hours in which the organisation's people write to families. Undefined, or with no week: at all times. */
export type ContactHours = Said['hours'] | undefined

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** From when until when there is contact on a day of the calendar; undefined where there is none. */
const stretchOn = (hours: NonNullable<ContactHours>, day: string) =>
  hours.closed.some(one => one.day === day)
    ? undefined
    : (hours.week?.[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? undefined)

/** Whether a message may go now, by the clocks of the UK. */
export function isWithin(hours: ContactHours, at: Date): boolean {
  if (!hours?.week) return true
  const { day, time } = asTyped(at)
  const stretch = stretchOn(hours, day)
  return stretch !== undefined && time >= stretch.from && time < stretch.to
}

/** The first moment from `at` on in which a message may go: `at` itself within the hours. */
export function nextWithin(hours: ContactHours, at: Date): Date {
  if (!hours?.week || isWithin(hours, at)) return at
  const { day: today, time } = asTyped(at)
  // A day is open each week, and far fewer days are closed than a year has: hours.screen.tsx.
  for (let ahead = 0; ahead < 400; ahead++) {
    const day = later(new Date(`${today}T00:00:00Z`), days(ahead))
      .toISOString()
      .slice(0, 10)
    const stretch = stretchOn(hours, day)
    if (stretch && (ahead > 0 || time < stretch.from)) return fromTyped(day, stretch.from)
  }
  throw new Error('the hours of contact never begin')
}
