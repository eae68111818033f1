import type pg from 'pg'
import type { AgencyId } from '../actor.ts'
import type { LogKeys } from '../keep/log-keys.ts'

/** Something that does not hold, in a sentence, and where. */
export interface Problem {
  readonly agency: string
  /** The entry's place in its log, from 0, when it has one. */
  readonly position?: number | undefined
  readonly entryId?: string | undefined
  readonly what: string
}

/** One agency's log while it is being verified. */
export interface Checking {
  readonly client: pg.ClientBase
  readonly id: AgencyId
  readonly slug: string
  readonly boardSlug: string
  readonly keys: LogKeys
  readonly problem: (found: Omit<Problem, 'agency'>) => void
}
