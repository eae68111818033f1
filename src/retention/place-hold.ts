import { type CalendarDay, dayAt, monthsAfter } from '../guidance/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Holdable } from './access.ts'
import { holdEvidence } from './evidence.ts'
import { insertHold } from './queries.ts'
import { restsOn } from './rules.ts'
import type { HoldId, HoldTable } from './tables.ts'

/** Why something is kept, and the day on which somebody looks whether it must be kept still. */
export interface Why {
  readonly reason: string
  readonly reviewOn: CalendarDay | undefined
}

/** The last day on which a hold may next be looked at. */
export const latestLook = (now: Date): CalendarDay => monthsAfter(dayAt(now), 12)

export const isLookedAtInTime = (day: CalendarDay | undefined, now: Date): day is CalendarDay =>
  day !== undefined && day > dayAt(now) && day <= latestLook(now)

/**
 * Puts a hold on a person or on a conversation: from this moment nothing about them is erased, by a night or by hand. It
 * waits for a batch that is being erased, and is over when it comes back. Refuses a day that is no day within a year. This
 * is the door for whatever else must keep something, such as a concern.
 */
export async function placeHold(
  writer: Writer<PersonActor>,
  { on }: Permitted<'hold', Holdable>,
  { reason, reviewOn }: Why,
): Promise<Recorded<HoldId> | Refused<'no-day'>> {
  const { actor, now, db } = writer
  if (!isLookedAtInTime(reviewOn, now)) return refuse('no-day')
  const row: HoldTable = {
    ...on,
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    reason,
    review_on: reviewOn,
    placed_by: actor.personId,
    placed_at: now,
    entry_id: newEntryId(writer),
  }
  const done = await record(
    writer,
    {
      event: 'hold.placed',
      // Whom it is on stands in its content alone: a leaf is for anybody.
      about: [{ kind: 'erasing-hold', id: row.id }],
      cites: restsOn,
      content: contentOf(holdEvidence, row),
    },
    { id: row.entry_id, value: row.id },
  )
  await insertHold(db, row)
  return done
}
