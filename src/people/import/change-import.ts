import { contentOf, newEntryId, type Recorded, record, type Writer } from '../../records/index.ts'
import { importEvidence } from './evidence.ts'
import { deleteFile, type ImportId, type ImportTable, importTables } from './queries.ts'

type Change = Pick<ImportTable, 'state'> &
  Partial<Pick<ImportTable, 'invite' | 'people' | 'confirmed_at' | 'ended_at'>>

/** Takes an import to its next state, on the record. In `done` and `expired` its file is deleted. */
export async function changeImport(
  writer: Writer,
  before: ImportTable,
  change: Change,
): Promise<Recorded<ImportId>> {
  const entryId = newEntryId(writer)
  const after = { ...before, ...change, entry_id: entryId }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: `import.${change.state}`,
        about: [{ kind: 'people-import', id: before.id }],
        cites: [],
        content: contentOf(importEvidence, after),
      },
      { id: entryId, value: before.id },
    ),
    importTables(writer.db)
      .updateTable('people_import')
      .set({ ...change, entry_id: entryId })
      .where('agency_id', '=', before.agency_id)
      .where('id', '=', before.id)
      .execute(),
  ])
  if (change.state === 'done' || change.state === 'expired')
    await deleteFile(writer.db, before.agency_id, before.id)
  return done
}
