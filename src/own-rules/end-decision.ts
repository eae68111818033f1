import { closeDuties } from '../duties/index.ts'
import { dayAt } from '../guidance/index.ts'
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
import { decisionEndEvidence } from './evidence.ts'
import { type DecisionRow, insertDecisionEnd } from './queries.ts'
import type { DecisionId } from './tables.ts'

/** How a decision ends: it holds no more from now on; or somebody has looked, and it ends on its last day. */
export const ways = ['at-once', 'on-its-day'] as const
export type Way = (typeof ways)[number]

/**
 * Ends a decision now, or says that it was reviewed and ends on its last day. Either closes the duty to review it.
 * Refuses what was done before, and to end at once what is over by itself.
 */
export async function endDecision(
  writer: Writer<PersonActor>,
  decision: Permitted<'end', DecisionRow>,
  { way, reason }: { readonly way: Way; readonly reason: string },
): Promise<
  Recorded<DecisionId> | Refused<'ended-already'> | Refused<'reviewed-already'> | Refused<'over-already'>
> {
  const { db, actor, now } = writer
  const at_once = way === 'at-once'
  if (decision.ended_at) return refuse('ended-already')
  if (!at_once && decision.reviewed_at) return refuse('reviewed-already')
  if (at_once && decision.until < dayAt(now)) return refuse('over-already')
  const row = {
    agency_id: actor.agencyId,
    id: newId<'decision-end'>(now.getTime()),
    decision_id: decision.id,
    at_once,
    ended_by: actor.personId,
    reason,
    ended_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: at_once ? 'decision.ended' : 'decision.reviewed',
        about: [
          { kind: 'decision-end', id: row.id },
          { kind: 'decision', id: decision.id },
        ],
        cites: ['GEN-STATUS'],
        content: contentOf(decisionEndEvidence, row),
      },
      { id: row.entry_id, value: decision.id },
    ),
    insertDecisionEnd(db, row),
  ])
  await closeDuties(writer, { kind: 'review-exception', aboutId: decision.id }, row.entry_id)
  return done
}
