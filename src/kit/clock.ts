/** The time, asked for and never assumed: tests and drills set it, the server reads the machine's. */
export type Clock = () => Date

export const machineClock: Clock = () => new Date()

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})
const time = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
})

/** 23 November 2026 */
export const inDays = (at: Date): string => day.format(at)

/** 8:24am */
export const inTime = (at: Date): string => time.format(at).replace(/\s/g, '')

/** 8:24am on 23 November 2026 */
export const inFull = (at: Date): string => `${inTime(at)} on ${inDays(at)}`

const typedParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

/** A time as it is typed into a form here: `2026-11-25` and `16:15`. */
export function asTyped(at: Date): { readonly day: string; readonly time: string } {
  const part = Object.fromEntries(typedParts.formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/** What was typed so, as a time. In the hour that a spring night leaves out, and the one that autumn has twice, one of both. */
export function fromTyped(day: string, time: string): Date {
  const asIfUtc = new Date(`${day}T${time}:00Z`)
  const shown = asTyped(asIfUtc)
  return later(asIfUtc, asIfUtc.getTime() - new Date(`${shown.day}T${shown.time}:00Z`).getTime())
}

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => minutes(60 * count)
export const days = (count: number): number => hours(24 * count)
export const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)

const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/London',
})

/** Monday 30 November at 9am */
export const inWords = (at: Date): string =>
  `${weekday.format(at).replace(',', '')} at ${inTime(at).replace(':00', '')}`
