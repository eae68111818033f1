import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { Kind, State } from './rules.ts'
import { type Choices, type ExportId, type ExportTable, type NamedPerson, tables } from './tables.ts'

/** An export as pages show it. */
export interface ExportRow {
  readonly agency_id: AgencyId
  readonly id: ExportId
  readonly kind: Kind
  readonly subject_id: string
  readonly asked_by: PersonId
  readonly asker: string
  readonly asked_at: Date
  readonly reason: string
  readonly entry_id: ExportTable['entry_id']
  readonly state: State
  readonly at: Date
  readonly expires_at: Date | null
  readonly size: number | null
  readonly entries: number | null
  readonly named: readonly NamedPerson[] | null
  readonly choices: Choices | null
  readonly made_at: Date | null
  readonly made_entries: number | null
  readonly messages: number | null
  readonly replaced: number | null
}

const columns = sql`e.*, a.name as asker, p.state, p.at, p.expires_at, p.size::int as size, p.entries, m.made_at,
    m.entries as made_entries, m.messages, m.replaced`
const joins = sql`export e
    join person a on a.agency_id = e.agency_id and a.id = e.asked_by
    join export_progress p on p.agency_id = e.agency_id and p.export_id = e.id
    left join export_made m on m.agency_id = e.agency_id and m.export_id = e.id`

export async function selectExport(db: Db, agencyId: AgencyId, id: ExportId): Promise<ExportRow | undefined> {
  const { rows } = await sql<ExportRow>`
    select ${columns}, p.named, p.choices from ${joins} where e.agency_id = ${agencyId} and e.id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** The newest exports of the agency, without who is named in them. */
export async function selectExports(db: Db, agencyId: AgencyId): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select ${columns}, null as named, null as choices from ${joins} where e.agency_id = ${agencyId}
    order by e.asked_at desc limit 200`.execute(db)
  return rows
}

/** Which files of an export are there, and how large. */
export async function selectFiles(
  db: Db,
  agencyId: AgencyId,
  id: ExportId,
): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  const { rows } = await sql<{ name: string; bytes: number }>`
    select name, length(content) as bytes from export_file where agency_id = ${agencyId} and export_id = ${id}
    order by length(name), name`.execute(db)
  return rows
}

export async function selectFile(
  db: Db,
  agencyId: AgencyId,
  { id, name }: { readonly id: ExportId; readonly name: string },
): Promise<Uint8Array | undefined> {
  const found = await tables(db)
    .selectFrom('export_file')
    .select('content')
    .where('agency_id', '=', agencyId)
    .where('export_id', '=', id)
    .where('name', '=', name)
    .executeTakeFirst()
  return found?.content
}

export async function putFile(
  db: Db,
  row: { agency_id: AgencyId; export_id: ExportId; name: string; content: Uint8Array },
): Promise<void> {
  await tables(db)
    .insertInto('export_file')
    .values(row)
    .onConflict(on => on.doNothing())
    .execute()
}

export async function deleteFiles(db: Db, agencyId: AgencyId, id: ExportId, only?: string): Promise<void> {
  const files = tables(db)
    .deleteFrom('export_file')
    .where('agency_id', '=', agencyId)
    .where('export_id', '=', id)
  await (only === undefined ? files : files.where('name', '=', only)).execute()
}

/** Everybody the agency knows, with whom an export may have to do. */
export async function selectEverybody(
  db: Db,
  agencyId: AgencyId,
): Promise<readonly { readonly id: string; readonly name: string; readonly kind: NamedPerson['kind'] }[]> {
  const { rows } = await sql<{ id: string; name: string; kind: NamedPerson['kind'] }>`
    select id, name, kind from person where agency_id = ${agencyId} and name <> '(erased)' order by id`.execute(
    db,
  )
  return rows
}
