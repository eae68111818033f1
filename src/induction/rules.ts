import { type CalendarDay, dayAt, monthsAfter } from '../guidance/index.ts'
import type { Role } from '../records/index.ts'

/** Who sees every person's induction. */
export const seeEverybody: readonly Role[] = [
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
  'administrator',
]

/** Who sees who has done it. A manager sees those they answer for and nobody else. */
export const mayFollow: readonly Role[] = [...seeEverybody, 'manager']

/** Who says after how many months it is walked again. */
export const maySetRenewal: readonly Role[] = ['senior-manager', 'administrator']

/**
 * After how many months induction is walked again where an agency says nothing. No source sets a period: it is Lanyard's
 * choice, as are the limits within which an agency may set its own.
 */
export const usualMonths = 12
export const monthsToChoose = [6, 9, 12, 18, 24] as const
export type Months = (typeof monthsToChoose)[number]

/** How many days before it runs out it is owed again. */
export const daysBefore = 28

/** Where a person stands with their induction. */
export type Standing = 'never' | 'begun' | 'done' | 'soon' | 'ran-out'

export interface Walked {
  /** The last day on which the newest pass counts; undefined when there is none. */
  readonly validUntil: CalendarDay | undefined
  /** Whether a walk is begun and not passed yet. */
  readonly open: boolean
}

/** Whether a pass must be renewed by now: it runs out within four weeks, or has. */
export const isDue = (validUntil: CalendarDay | undefined, now: Date): boolean =>
  validUntil === undefined || dayAt(new Date(now.getTime() + daysBefore * 86_400_000)) >= validUntil

/** Where a person stands. What counts still counts, begun again or not. */
export function standingOf({ validUntil, open }: Walked, now: Date): Standing {
  if (validUntil === undefined) return open ? 'begun' : 'never'
  if (dayAt(now) > validUntil) return 'ran-out'
  return isDue(validUntil, now) ? 'soon' : 'done'
}

export const standings = {
  'ran-out': { words: 'Ran out', colour: 'red' },
  never: { words: 'Not begun', colour: 'red' },
  begun: { words: 'Begun', colour: 'orange' },
  soon: { words: 'Runs out soon', colour: 'yellow' },
  done: { words: 'Done', colour: 'green' },
} as const satisfies Readonly<Record<Standing, { words: string; colour: string }>>

/** Whose induction counts today. */
export const counts = (standing: Standing): boolean => standing === 'done' || standing === 'soon'

/** The last day on which an induction passed now counts. */
export const validFrom = (now: Date, months: number): CalendarDay => monthsAfter(dayAt(now), months)
