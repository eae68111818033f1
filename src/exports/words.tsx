import { inFull } from '../kit/clock.ts'
import type { ExportRow } from './queries.ts'
import type { State } from './rules.ts'

/** How an export stands, in a few words. */
export const stateWords: Readonly<Record<State, string>> = {
  looking: 'Looking who is named in it',
  choosing: 'Names to go through',
  making: 'Being made',
  ready: 'Ready to fetch',
  gone: 'Files deleted',
  failed: 'Not made',
}

export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

/** What was made, in a sentence. */
export const madeWords = (row: ExportRow): string =>
  row.made_at
    ? `Made at ${inFull(row.made_at)}: ${count(row.made_entries ?? 0, 'entry', 'entries')}, with ${count(row.messages ?? 0, 'message', 'messages')}; ${row.replaced ? `the names of ${count(row.replaced, 'person', 'people')} replaced` : 'no name replaced'}.`
    : ''

/** The words for a size of so many bytes. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
