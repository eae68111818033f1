import { dayAt } from '../guidance/index.ts'
import type { Reader } from '../records/index.ts'
import { selectTunings } from './queries.ts'
import { aboutWords, changeWords, setWords, stateOf } from './words.tsx'

/** What an organisation has loosened of its screening, as the board over it sees it: by name, and with the reason. */
export interface Loosened {
  readonly about: string
  readonly change: string
  readonly why: string
  /** Who decided it, when, and until when. */
  readonly decided: string
}

/** Everything of the reader's agency that is gentler today, or may be given, the newest first: for its board. */
export async function loosened(reader: Reader): Promise<readonly Loosened[]> {
  const today = dayAt(reader.now)
  const rows = await selectTunings(reader.db, reader.actor.agencyId)
  return rows
    .filter(row => (row.what === 'gentler' || row.what === 'name') && stateOf(row, today) === 'holds')
    .map(row => ({
      about: aboutWords(row),
      change: changeWords(row),
      why: row.says,
      decided: setWords(row),
    }))
}
