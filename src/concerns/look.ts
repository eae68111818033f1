import { closeDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import type { Permitted } from '../kit/proof.ts'
import {
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Concern } from './access.ts'
import { stepEvidence } from './evidence.ts'
import { insertStep } from './queries.ts'
import type { StepTable } from './tables.ts'

/** Says on the record, and to everybody who reads it, that the acting person opened a concern. Its first look is done. */
export const noteOpened = (
  writer: Writer<PersonActor>,
  { row: concern }: Permitted<'read', Concern>,
): Promise<Recorded<StepTable['id']>> =>
  inVault(writer, async inside => {
    const { db, actor, now } = inside
    const row: StepTable = {
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      concern_id: concern.id,
      step: 'opened',
      body: null,
      taken_by: actor.personId,
      taken_at: now,
      piece_id: null,
      entry_id: newEntryId(inside),
    }
    await insertStep(db, row)
    await closeDuties(inside, { kind: 'look-at-concern', aboutId: concern.id }, row.entry_id)
    return record(
      inside,
      {
        event: 'concern.opened',
        about: [{ kind: 'concern', id: concern.id }],
        cites: ['REP-4'],
        content: contentOf(stepEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    )
  })
