import type { LogKeys } from '../../../src/records/index.ts'
import type { Copy } from './record.ts'

/** What verification must name: the entry by its id, its place in the log from 0, or what the sentence must say. */
export interface Named {
  readonly agency?: string
  readonly entryId?: string
  readonly position?: number
  readonly says: RegExp
}

/** One way of rewriting the database behind its back, as superuser, with triggers and foreign keys off. */
export interface Way {
  readonly name: string
  /** Rewrites the older backup instead of the database as it is now. */
  readonly from?: 'older'
  /** Verified with these keys, as the installation would whose secrets were replaced. */
  readonly keys?: LogKeys
  readonly rewrite: (copy: Copy) => Promise<Named>
}

/** A place in Riverside's log inside a full tile, and one after it. Both hold a message of Amira's. */
export const within = 100
export const late = 335
