import { Already } from '../kit/proof.ts'
import type { EntryId } from './actor.ts'
import { contentWithoutErased, type Evidence } from './evidence.ts'
import { eraseEntry, selectEntriesWithContent } from './queries.ts'
import { record } from './record.ts'
import type { Recorded } from './recorded.ts'
import type { Writer } from './transaction.ts'

/** Which row's content goes, and why. */
export interface Erasure<Column extends string> {
  readonly binding: Evidence<Column>
  /** By its `id`, what its entries are about. */
  readonly row: Readonly<Record<Column, unknown>> & { readonly id: string; readonly entry_id: EntryId }
  /** The ground in law, in words that give away nothing of what is erased. It stays on the record. */
  readonly reason: string
  /** The row never changed: its own entry is all that says it. Rows of several may be about one thing. */
  readonly alone?: true
}

/**
 * Erases, where the law requires it, what a row and every entry about it say: content, salt and the row's erasable columns
 * go, and cannot be had back. Before each goes, an entry record.erased says which, why, and what is left of the row.
 * Leaves, proofs and receipts stay true. Erased already: nothing is changed. The caller's access.ts has decided that the
 * writer may, and has looked for a hold: the database refuses to erase what one keeps (LY074).
 *
 * What this does not reach: backups, receipts given out before, and the database's own files until it has been vacuumed.
 */
export async function eraseContent<Column extends string>(
  writer: Writer,
  { binding, row, reason, alone }: Erasure<Column>,
): Promise<Recorded<undefined> | Already<undefined>> {
  const { db, actor } = writer
  const which = { agencyId: actor.agencyId, events: binding.events }
  const entries = await selectEntriesWithContent(
    db,
    alone ? { ...which, id: row.entry_id } : { ...which, aboutId: row.id },
  )
  const left = contentWithoutErased(binding, row)
  let last: Recorded<undefined> | Already<undefined> = new Already(undefined)
  for (const entry of entries) {
    const said = await record(writer, {
      event: 'record.erased',
      about: [
        { kind: 'entry', id: entry.id },
        { kind: binding.table.replaceAll('_', '-'), id: row.id },
      ],
      cites: [],
      content: { entry: entry.id, event: entry.event, reason, left: entry.id === row.entry_id ? left : null },
    })
    await eraseEntry(db, entry.id, said.entryId)
    last = said
  }
  return last
}
