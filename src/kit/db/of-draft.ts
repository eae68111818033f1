import { sql } from 'kysely'
import type { Db } from './session.ts'

/**
 * What a draft became: the id of the row that whoever stands in `by` has stored with this draft's key, when they have. A page
 * that is sent twice finds by it what it sent first. The table has `agency_id`, `id` and `draft_key`.
 */
export async function idOfDraft<Id extends string>(
  db: Db,
  { table, by }: { readonly table: string; readonly by: string },
  which: { readonly agencyId: string; readonly person: string; readonly key: string },
): Promise<Id | undefined> {
  const { rows } = await sql<{
    id: Id
  }>`select id from ${sql.table(table)} where agency_id = ${which.agencyId}
    and ${sql.ref(by)} = ${which.person} and draft_key = ${which.key}`.execute(db)
  return rows[0]?.id
}
