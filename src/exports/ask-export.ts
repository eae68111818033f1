import { later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../records/index.ts'
import type { ToExport } from './access.ts'
import { exportEvidence } from './evidence.ts'
import { putProgress } from './progress.ts'
import { chosenWithin } from './rules.ts'
import { type ExportId, type ExportTable, tables } from './tables.ts'

/**
 * Asks for an export, with a reason: an entry that names what it is of. Who else is named in it is looked for once this entry
 * itself is in the log, so that everything from before it is.
 */
export async function askExport(
  writer: Writer<PersonActor>,
  of: Permitted<'export', ToExport>,
  reason: string,
): Promise<Change<ExportId, Refused<'in-it'>>> {
  if (of.isIn) return refuse('in-it')
  const { db, actor, now } = writer
  const { agencyId } = actor
  const row: ExportTable = {
    agency_id: agencyId,
    id: newId(now.getTime()),
    kind: of.kind,
    subject_id: of.id,
    asked_by: actor.personId,
    asked_at: now,
    reason,
    entry_id: newEntryId(writer),
  }
  const done = await record(
    writer,
    {
      event: 'export.asked',
      about: [
        { kind: 'export', id: row.id },
        { kind: of.kind === 'conversation' ? 'conversation' : 'person', id: of.id },
      ],
      cites: ['BG-2'],
      content: contentOf(exportEvidence, row),
    },
    { id: row.entry_id, value: row.id },
  )
  await tables(db).insertInto('export').values(row).execute()
  await putProgress(db, { agencyId, id: row.id }, { state: 'looking' }, now)
  await enqueue(db, { task: 'export-look', payload: { agencyId, exportId: row.id } })
  await enqueue(db, expiryOf({ agencyId, id: row.id }, later(now, chosenWithin)))
  return done
}

/** When what an export holds beside the record is deleted: asked for again, the time before counts no more. */
export const expiryOf = (about: { readonly agencyId: string; readonly id: string }, runAt: Date) => ({
  task: 'export-expiry',
  payload: { agencyId: about.agencyId, exportId: about.id },
  key: `export-expiry:${about.id}`,
  runAt,
})
