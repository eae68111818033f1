import { createHash } from 'node:crypto'
import { days, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { enqueue } from '../../kit/jobs/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { changeImport } from './change-import.ts'
import { importEvidence } from './evidence.ts'
import { type ImportId, type ImportTable, importTables, selectWaiting } from './queries.ts'
import type { ImportKind } from './rules.ts'

/** How long an uploaded file is kept when nothing becomes of it. */
const keptFor = days(1)

export interface Upload {
  readonly kind: ImportKind
  readonly fileName: string | undefined
  readonly content: Uint8Array
  /** How many rows it has, without its headings. */
  readonly lines: number
}

/**
 * Keeps a file for its preview, for a day. Whatever else of this kind the same person has waiting ends with it: one file
 * at a time is what anybody means, and no more is kept than that.
 */
export async function uploadImport(writer: Writer<PersonActor>, given: Upload): Promise<Recorded<ImportId>> {
  const { actor, now, db } = writer
  const waiting = await selectWaiting(db, actor.agencyId, actor.personId)
  for (const before of waiting)
    if (before.kind === given.kind) await changeImport(writer, before, { state: 'expired', ended_at: now })
  const entryId = newEntryId(writer)
  const row = newImport(writer, given, entryId)
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'import.uploaded',
        about: [{ kind: 'people-import', id: row.id }],
        cites: [],
        content: contentOf(importEvidence, row),
      },
      { id: entryId, value: row.id },
    ),
    importTables(db).insertInto('people_import').values(row).execute(),
    importTables(db)
      .insertInto('people_import_file')
      .values({ agency_id: actor.agencyId, import_id: row.id, content: given.content })
      .execute(),
    enqueue(db, {
      task: 'people-import-expiry',
      payload: { agencyId: actor.agencyId, importId: row.id },
      runAt: row.expires_at,
    }),
  ])
  return done
}

const newImport = (
  { actor, now }: Writer<PersonActor>,
  given: Upload,
  entryId: ImportTable['entry_id'],
): ImportTable => ({
  agency_id: actor.agencyId,
  id: newId(now.getTime()),
  kind: given.kind,
  state: 'uploaded',
  file_name: given.fileName ?? null,
  file_hash: createHash('sha256').update(given.content).digest(),
  lines: given.lines,
  invite: false,
  people: 0,
  uploaded_by: actor.personId,
  uploaded_at: now,
  expires_at: later(now, keptFor),
  confirmed_at: null,
  ended_at: null,
  entry_id: entryId,
})
