import { contentOf, newEntryId, type Recorded, record, type Writer } from '../records/index.ts'
import { posterPrintingEvidence } from './evidence.ts'
import { type Becomes, type Printing, posterTables } from './queries.ts'

type Happened = 'poster.superseded' | 'poster.current-again' | 'poster.ended' | 'poster.handed-over'

/** Sets what becomes of a printing, on the record: the row points to the entry of the newest change. */
export async function changePrinting(
  writer: Writer,
  before: Printing,
  event: Happened,
  set: Partial<Omit<Becomes, 'entry_id'>>,
): Promise<Recorded<Printing>> {
  const row: Printing = { ...before, ...set, entry_id: newEntryId(writer) }
  const { keeper_id, superseded_at, superseded_by, ended_at, ended_how, replaced_by, entry_id } = row
  const [done] = await Promise.all([
    record(
      writer,
      {
        event,
        about: [{ kind: 'poster-printing', id: row.id }],
        cites: ['META-POSTERS'],
        content: contentOf(posterPrintingEvidence, row),
      },
      { id: entry_id, value: row },
    ),
    posterTables(writer.db)
      .updateTable('poster_printing')
      .set({
        ...(set.keeper_id ? { keeper_id } : {}),
        superseded_at,
        superseded_by,
        ended_at,
        ended_how,
        replaced_by,
        entry_id,
      })
      .where('agency_id', '=', row.agency_id)
      .where('id', '=', row.id)
      .execute(),
  ])
  return done
}
