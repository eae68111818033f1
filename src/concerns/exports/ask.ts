import { type Id, newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import { recipientsOf, sealFor } from '../../sealing/index.ts'
import { takeStep } from '../take-step.ts'
import type { ChildToTake } from './access.ts'
import { concernExportEvidence } from './evidence.ts'
import { selectAskedWith } from './queries.ts'
import type { Purpose } from './rules.ts'
import { type ConcernExportId, type ConcernExportTable, tables } from './tables.ts'

/**
 * Asks for everything that one reads about a child, for somebody and for a reason. It stands in each of the concerns, where
 * everybody who reads it sees it; the reason is sealed to whoever asks. Once for one form, however often it is pressed.
 */
export async function askExport(
  writer: Writer<PersonActor>,
  child: Permitted<'take-child', ChildToTake>,
  about: { readonly purpose: Purpose; readonly reason: string; readonly key: Id<'draft'> },
): Promise<Change<ConcernExportId, Refused<'no-key'>>> {
  const me = writer.actor.personId
  const recipient = (await recipientsOf(writer, [me])).get(me)
  if (!recipient) return refuse('no-key')
  const reason = await sealFor([recipient], new TextEncoder().encode(about.reason))
  return inVault(writer, async inside => {
    const { db, actor, now } = inside
    const before = await selectAskedWith(db, actor.agencyId, about.key)
    if (before) return new Already(before)
    const row: ConcernExportTable = {
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      child_id: child.id,
      for_whom: about.purpose,
      asked_by: me,
      asked_at: now,
      reason,
      concerns: child.concerns,
      draft_key: about.key,
      entry_id: newEntryId(inside),
    }
    await tables(db).insertInto('concern_export').values(row).execute()
    for (const id of child.concerns) await takeStep(inside, { id }, { step: 'export-asked' })
    return record(
      inside,
      {
        event: 'concern-export.asked',
        about: [{ kind: 'concern-export', id: row.id }],
        cites: ['REP-4'],
        content: contentOf(concernExportEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    )
  })
}
