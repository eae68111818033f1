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
import { tuningEndEvidence } from './evidence.ts'
import { insertTuningEnd, type TuningRow } from './queries.ts'
import type { TuningId } from './tables.ts'

/** Ends a tuning, now: what it changed is as it would be without it. */
export async function endTuning(
  writer: Writer<PersonActor>,
  { id, ended_at }: Permitted<'end', TuningRow>,
  reason: string,
): Promise<Recorded<TuningId> | Refused<'ended-already'>> {
  return ended_at ? refuse('ended-already') : endOf(writer, id, reason)
}

/** Ends it with its entry, for whoever acts. */
export async function endOf(
  writer: Writer<PersonActor>,
  id: TuningId,
  reason: string,
): Promise<Recorded<TuningId>> {
  const { db, actor, now } = writer
  const row = {
    agency_id: actor.agencyId,
    id: newId<'tuning-end'>(now.getTime()),
    tuning_id: id,
    ended_by: actor.personId,
    reason,
    ended_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'tuning.ended',
        about: [
          { kind: 'tuning-end', id: row.id },
          { kind: 'tuning', id },
        ],
        cites: ['GEN-STATUS'],
        content: contentOf(tuningEndEvidence, row),
      },
      { id: row.entry_id, value: id },
    ),
    insertTuningEnd(db, row),
  ])
  return done
}
