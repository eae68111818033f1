import type pg from 'pg'
import type { AgencyId } from '../actor.ts'
import type { LogKeys } from '../keep/log-keys.ts'

/** Something that does not hold, in a sentence, and where. */
export interface Problem {
  readonly agency: string
  /**
   * The entry's place in its log, from 0, when it has one. Where what is wrong can only be narrowed down to a stretch of
   * entries, the first of them.
   */
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

/** `entry 7`, or `entries 7 to 9`: places in a log as people count them, from 1. `from` and `to` are counted from 0, `to` not included. */
export const entriesFrom = (from: number, to: number): string =>
  to - from <= 1 ? `entry ${from + 1}` : `entries ${from + 1} to ${to}`
