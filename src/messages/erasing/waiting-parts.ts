import type { Selectable } from 'kysely'
import type { Reader } from '../../records/index.ts'
import { type Part, partOf } from '../../retention/index.ts'
import { waitingEvidence, waitingStepEvidence } from '../waiting/evidence.ts'
import { type WaitingTable, waitingTables } from '../waiting/queries.ts'

/** A waiting message with each word that was said of it. */
export async function waitingParts(
  { db, actor }: Reader,
  waited: Selectable<WaitingTable>,
): Promise<readonly Part[]> {
  const steps = await waitingTables(db)
    .selectFrom('waiting_step')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('waiting_id', '=', waited.id)
    .execute()
  return [partOf(waitingEvidence, waited), ...steps.map(step => partOf(waitingStepEvidence, step, 'alone'))]
}
