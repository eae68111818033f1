import { closeDuties } from '../duties/index.ts'
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
import { holdStepEvidence } from './evidence.ts'
import { isLookedAtInTime, type Why } from './place-hold.ts'
import { type HoldRow, insertHoldStep } from './queries.ts'
import { restsOn } from './rules.ts'
import type { HoldId, HoldStepTable } from './tables.ts'

type Stepped = Promise<Recorded<HoldId> | Refused<'lifted-already'> | Refused<'no-day'>>

/** Says that a hold was looked at and stays until another day. Refuses a day that is no day within a year. */
export async function letHoldStay(
  writer: Writer<PersonActor>,
  hold: Permitted<'mind', HoldRow>,
  { reason, reviewOn }: Why,
): Stepped {
  if (hold.lifted_at) return refuse('lifted-already')
  if (!isLookedAtInTime(reviewOn, writer.now)) return refuse('no-day')
  return takeStep(writer, hold, { step: 'stays', reason, review_on: reviewOn })
}

/** Lifts a hold, once and for good: what it kept and is due goes with the next night. */
export async function liftHold(
  writer: Writer<PersonActor>,
  hold: Permitted<'mind', HoldRow>,
  reason: string,
): Promise<Recorded<HoldId> | Refused<'lifted-already'>> {
  if (hold.lifted_at) return refuse('lifted-already')
  return takeStep(writer, hold, { step: 'lifted', reason, review_on: null })
}

async function takeStep(
  writer: Writer<PersonActor>,
  hold: HoldRow,
  what: Pick<HoldStepTable, 'step' | 'reason' | 'review_on'>,
): Promise<Recorded<HoldId>> {
  const { actor, now, db } = writer
  const row: HoldStepTable = {
    ...what,
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    hold_id: hold.id,
    taken_by: actor.personId,
    taken_at: now,
    entry_id: newEntryId(writer),
  }
  const done = await record(
    writer,
    {
      event: `hold.${row.step}`,
      about: [
        { kind: 'erasing-hold-step', id: row.id },
        { kind: 'erasing-hold', id: hold.id },
      ],
      cites: restsOn,
      content: contentOf(holdStepEvidence, row),
    },
    { id: row.entry_id, value: hold.id },
  )
  await insertHoldStep(db, row)
  await closeDuties(writer, { kind: 'review-hold', aboutId: hold.id }, row.entry_id)
  return done
}
