import { type RawBuilder, sql } from 'kysely'
import type { Already } from '../kit/proof.ts'
import {
  type AgencyId,
  type EntryId,
  type Evidence,
  eraseContent,
  type Reader,
  type Recorded,
  type Writer,
} from '../records/index.ts'
import type { KeptKind } from './rules.ts'

/** One row that goes with a thing: erases it, for a reason. */
export type Part = (writer: Writer, reason: string) => Promise<Recorded<undefined> | Already<undefined>>

/** A row as something that goes: by its evidence. `alone` where its own entry is all that says it. */
export const partOf =
  <Column extends string>(
    binding: Evidence<Column>,
    row: Readonly<Record<Column, unknown>> & { readonly id: string; readonly entry_id: EntryId },
    alone?: 'alone',
  ): Part =>
  (writer, reason) =>
    eraseContent(writer, { binding, row, reason, ...(alone ? { alone: true } : {}) })

/**
 * One kind of what is kept, as the room that has it says it. That room is above this one, so it cannot be asked: the app
 * gives all of them (src/kept.ts).
 */
export interface Kept {
  readonly kind: KeptKind
  /** The event that recorded a thing of it: the database finds by it whom the thing is about. */
  readonly event: string
  /**
   * SQL that gives `id` and `counts_from` of everything of the kind that says something still and whose months are being
   * counted.
   */
  readonly standing: (agencyId: AgencyId) => RawBuilder<unknown>
  /** Every row that goes with a thing, the thing's own first. None where there is no such thing. */
  readonly parts: (reader: Reader, id: string) => Promise<readonly Part[]>
  /** What else is done once a thing is erased: whoever watches it is told. */
  readonly erased?: (writer: Writer, id: string) => void | Promise<void>
  /** Where staff read a thing, for whoever thinks about erasing it by hand; nowhere, where it has no page of its own. */
  readonly page?: (id: string) => string
  /** Whether a thing may be erased by hand now; always, where it is not said. */
  readonly byHand?: (reader: Reader, id: string) => Promise<boolean>
}

/** The kind that a thing is of, among all of them. */
export const keptOf = (all: readonly Kept[], kind: string): Kept | undefined =>
  all.find(one => one.kind === kind)

/**
 * SQL for when the months of something about children begin to count: when it happened, or the 18th birthday of the youngest
 * of these people where that is later. Of a child whose birthday nobody has entered: 18 years after it happened.
 */
export const fromAdulthood = (
  agencyId: AgencyId,
  happened: RawBuilder<unknown>,
  people: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`greatest(${happened}, (
  select max(coalesce(p.born_on::timestamptz, ${happened}) + interval '18 years') from person p
  where p.agency_id = ${agencyId} and p.kind = 'child' and p.id in (${people})))`
