import { inFull } from '../kit/clock.ts'
import { erasedWords } from '../records/index.ts'
import { findings } from './rules.ts'
import type { ReviewTable } from './tables.ts'

/** "the week of 16 November 2026" */
export const weekWords = (week: string): string =>
  `the week of ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${week}T00:00:00Z`))}`

/** "Good practice, at 8:24am on 23 November 2026" */
export const foundWords = ({ finding, found_at }: Pick<ReviewTable, 'finding' | 'found_at'>): string =>
  finding && found_at ? `${findings[finding].name}, at ${inFull(found_at)}` : 'To be reviewed'

/** What a reviewer wrote; that it was erased, once it was. */
export const wordsOf = (words: string): string =>
  words === erasedWords ? 'These words have been erased.' : words
