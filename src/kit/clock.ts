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

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => minutes(60 * count)
export const days = (count: number): number => hours(24 * count)
export const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)
