import { type CalendarDay, whenInWords } from '../../guidance/index.ts'

/** "away until 3 December 2026": the last day, or `infinity` while nobody knows it. Why is nobody's business. */
export const awayWords = (until: CalendarDay | 'infinity' | null): string =>
  until === null || until === 'infinity' ? 'away' : `away until ${whenInWords(until)}`
