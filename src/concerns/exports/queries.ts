import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { ConcernId } from '../tables.ts'
import { type ConcernExportId, type ConcernExportTable, tables } from './tables.ts'

/** The concerns that a child is linked to, of those that whoever asks reads, the oldest first. */
export async function selectConcernsOf(db: Db, agencyId: AgencyId, child: PersonId): Promise<ConcernId[]> {
  const { rows } = await sql<{ id: ConcernId }>`
    select c.id from concern_link l join concern c on c.agency_id = l.agency_id and c.id = l.concern_id
    where l.agency_id = ${agencyId} and l.person_id = ${child} and l.part = 'child'
    order by c.reported_at, c.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** An export as it stands: asked for, made, its files gone. */
export interface ConcernExportRow extends ConcernExportTable {
  readonly made_at: Date | null
  readonly expires_at: Date | null
  readonly entries: number | null
  readonly replaced: number | null
  readonly made_entry: EntryId | null
  /** What it says is here still, sealed. */
  readonly there: boolean
}

const row = sql`e.*, m.made_at, m.expires_at, m.entries, m.replaced, m.entry_id as made_entry,
    exists (select from concern_export_body b where b.agency_id = e.agency_id and b.export_id = e.id) as there
  from concern_export e left join concern_export_made m on m.agency_id = e.agency_id and m.export_id = e.id`

export async function selectConcernExport(
  db: Db,
  agencyId: AgencyId,
  id: ConcernExportId,
): Promise<ConcernExportRow | undefined> {
  const { rows } = await sql<ConcernExportRow>`
    select ${row} where e.agency_id = ${agencyId} and e.id = ${id}`.execute(db)
  return rows[0]
}

/** Those that somebody asked for, the newest first; of more than `most` those alone, and all of them where that is null. */
export async function selectConcernExports(
  db: Db,
  agencyId: AgencyId,
  { by, most }: { readonly by: PersonId; readonly most: number | null },
): Promise<ConcernExportRow[]> {
  const { rows } = await sql<ConcernExportRow>`
    select ${row} where e.agency_id = ${agencyId} and e.asked_by = ${by} order by e.asked_at desc, e.id desc limit ${most}`.execute(
    db,
  )
  return rows
}

export async function selectAskedWith(
  db: Db,
  agencyId: AgencyId,
  draft: Id<'draft'>,
): Promise<ConcernExportId | undefined> {
  const { rows } = await sql<{ id: ConcernExportId }>`
    select id from concern_export where agency_id = ${agencyId} and draft_key = ${draft}`.execute(db)
  return rows[0]?.id
}

export async function selectBody(
  db: Db,
  agencyId: AgencyId,
  id: ConcernExportId,
): Promise<Uint8Array | undefined> {
  const found = await tables(db)
    .selectFrom('concern_export_body')
    .select('sealed')
    .where('agency_id', '=', agencyId)
    .where('export_id', '=', id)
    .executeTakeFirst()
  return found?.sealed
}
