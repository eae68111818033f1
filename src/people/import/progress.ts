import { type Ground, system, withoutEntry } from '../../records/index.ts'
import { type ImportTable, putProgress } from './queries.ts'

const every = 250

/** Tells how far an import has come. */
export interface Telling {
  readonly tell: (done: number) => void
  /** Once everything that was told has been written. */
  readonly settled: () => Promise<void>
}

/**
 * Writes how far an import has come, a few times a second, each time in a transaction of its own: the one that does the
 * work shows nothing before it commits. A line that cannot be written is left out; the work does not depend on it.
 */
export function telling(ground: Ground, one: Pick<ImportTable, 'agency_id' | 'id'>): Telling {
  let writing: Promise<void> | undefined
  let last = Number.NEGATIVE_INFINITY
  const put = async (done: number): Promise<void> => {
    await withoutEntry(ground, system(one.agency_id), ({ db, now }) =>
      putProgress(db, { agency_id: one.agency_id, import_id: one.id, done, at: now }),
    ).catch(() => {})
    writing = undefined
  }
  return {
    tell(done) {
      if (writing || performance.now() - last < every) return
      last = performance.now()
      writing = put(done)
    },
    settled: async () => writing,
  }
}
