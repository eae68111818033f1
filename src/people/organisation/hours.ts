import { atLocal, days, later, localTime } from '../../kit/clock.ts'
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

const minuteOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** From when until when there is contact on a day of the calendar, in minutes; undefined where there is none. */
function stretchOn(hours: NonNullable<ContactHours>, day: string): [from: number, to: number] | undefined {
  if (hours.closed.some(one => one.day === day)) return undefined
  const stretch = hours.week?.[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]
  return stretch ? [minuteOf(stretch.from), minuteOf(stretch.to)] : undefined
}

/** Whether a message may go now. */
export function isWithin(hours: ContactHours, at: Date): boolean {
  if (!hours?.week) return true
  const { day, minute } = localTime(at)
  const stretch = stretchOn(hours, day)
  return stretch !== undefined && minute >= stretch[0] && minute < stretch[1]
}

/** The first moment from `at` on in which a message may go: `at` itself within the hours. */
export function nextWithin(hours: ContactHours, at: Date): Date {
  if (!hours?.week || isWithin(hours, at)) return at
  const { day: today, minute } = localTime(at)
  // A day is open each week, and far fewer days are closed than a year has: hours.screen.tsx.
  for (let ahead = 0; ahead < 400; ahead++) {
    const day = later(new Date(`${today}T00:00:00Z`), days(ahead))
      .toISOString()
      .slice(0, 10)
    const stretch = stretchOn(hours, day)
    if (stretch && (ahead > 0 || minute < stretch[0])) return atLocal(day, stretch[0])
  }
  throw new Error('the hours of contact never begin')
}
