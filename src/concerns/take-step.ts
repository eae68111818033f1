import { newId } from '../kit/ids.ts'
import { contentOf, newEntryId, type Recorded, record, type Writer } from '../records/index.ts'
import { stepEvidence } from './evidence.ts'
import { insertStep } from './queries.ts'
import type { ConcernTable, StepTable } from './tables.ts'

/** A step, as far as it says more than who took it and when. */
export type Taken = Pick<StepTable, 'step'> &
  Partial<Pick<StepTable, 'body' | 'piece_id' | 'reason' | 'thing_id' | 'happened_at'>>

/** Takes a step in a concern, on the record. `inside` is in the vault. */
export async function takeStep(
  inside: Writer,
  concern: Pick<ConcernTable, 'id'>,
  taken: Taken,
): Promise<Recorded<StepTable['id']>> {
  const { db, actor, now } = inside
  const row: StepTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    concern_id: concern.id,
    body: null,
    piece_id: null,
    reason: null,
    thing_id: null,
    happened_at: null,
    ...taken,
    taken_by: actor.kind === 'system' ? null : actor.personId,
    taken_at: now,
    entry_id: newEntryId(inside),
  }
  await insertStep(db, row)
  return record(
    inside,
    {
      event: `concern.${row.step}`,
      about: [{ kind: 'concern', id: concern.id }],
      cites: ['REP-4'],
      content: contentOf(stepEvidence, row),
    },
    { id: row.entry_id, value: row.id },
  )
}
