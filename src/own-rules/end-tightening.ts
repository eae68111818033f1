import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { tighteningEndEvidence } from './evidence.ts'
import { insertTighteningEnd, type TighteningRow } from './queries.ts'
import type { TighteningId } from './tables.ts'

/** Ends a tightening, now. Refuses one that is a policy's: the policy would go on saying it. */
export async function endTightening(
  writer: Writer<PersonActor>,
  { id, ended_at, policy_title }: Permitted<'end', TighteningRow>,
  reason: string,
): Promise<Recorded<TighteningId> | Refused<'ended-already'> | Refused<'of-a-policy', string>> {
  if (ended_at) return refuse('ended-already')
  if (policy_title) return refuse('of-a-policy', policy_title)
  return endOf(writer, id, { by: writer.actor.personId, reason })
}

/** Ends it with its entry, whoever or whatever set it. */
export async function endOf(
  writer: Writer,
  id: TighteningId,
  { by, reason }: { readonly by: PersonId | null; readonly reason: string },
): Promise<Recorded<TighteningId>> {
  const { db, actor, now } = writer
  const row = {
    agency_id: actor.agencyId,
    id: newId<'tightening-end'>(now.getTime()),
    tightening_id: id,
    ended_by: by,
    reason,
    ended_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'tightening.ended',
        about: [
          { kind: 'tightening-end', id: row.id },
          { kind: 'tightening', id },
        ],
        cites: ['GEN-STATUS'],
        content: contentOf(tighteningEndEvidence, row),
      },
      { id: row.entry_id, value: id },
    ),
    insertTighteningEnd(db, row),
  ])
  return done
}
