import { closeDuties } from '../../duties/index.ts'
import { days, later } from '../../kit/clock.ts'
import { Already } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../../records/index.ts'
import { recoveryEvidence } from './evidence.ts'
import { selectLying, updateRecovery } from './queries.ts'
import type { RecoveryTable } from './tables.ts'

/** What is asked of keyholders, and done by no two of them, ends after so long: half of it does not lie about. */
const lies = days(14)

/** Ends what was asked and left lying. Says how many. */
export async function tidyRecoveries(
  writer: Writer<SystemActor>,
): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const lying = await selectLying(db, actor.agencyId, later(now, -lies))
  let last: Recorded<number> | Already<number> = new Already(0)
  for (const one of lying) {
    const row: RecoveryTable = { ...one, ended_at: now, entry_id: newEntryId(writer) }
    await updateRecovery(db, row)
    await closeDuties(writer, { kind: 'help-recover', aboutId: row.id }, row.entry_id)
    last = await record(
      writer,
      {
        event: 'recovery.ended',
        about: [
          { kind: 'recovery', id: row.id },
          { kind: 'person', id: row.asked_by },
        ],
        cites: [],
        content: contentOf(recoveryEvidence, row),
      },
      { id: row.entry_id, value: lying.length },
    )
  }
  return last
}
