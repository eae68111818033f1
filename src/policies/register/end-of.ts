import type { CalendarDay } from '../../guidance/index.ts'

/** The end of a day, near enough for a duty: 11pm in winter, midnight in summer, by the clocks of London. */
export const endOf = (day: CalendarDay): Date => new Date(`${day}T23:00:00Z`)
