import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'

export interface KeptFormTable {
  agency_id: AgencyId
  person_id: PersonId
  path: string
  sealed: Uint8Array
  kept_at: Date
  until: Date
}

const tables = (db: Db) => db.withTables<{ kept_form: KeptFormTable }>()

type Whose = { readonly agencyId: AgencyId; readonly personId: PersonId }

/** Keeps a form in place of what was kept of it before. */
export async function upsertKeptForm(db: Db, row: KeptFormTable): Promise<void> {
  const { sealed, kept_at, until } = row
  await tables(db)
    .insertInto('kept_form')
    .values(row)
    .onConflict(one =>
      one.columns(['agency_id', 'person_id', 'path']).doUpdateSet({ sealed, kept_at, until }),
    )
    .execute()
}

const own = (db: Db, { agencyId, personId }: Whose, now: Date) =>
  tables(db)
    .selectFrom('kept_form')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('until', '>', now)

export const selectKeptForm = (db: Db, whose: Whose, path: string, now: Date) =>
  own(db, whose, now).select('sealed').where('path', '=', path).executeTakeFirst()

/** Where somebody's newest kept form is. */
export const selectNewestKept = (db: Db, whose: Whose, now: Date) =>
  own(db, whose, now).select('path').orderBy('kept_at', 'desc').limit(1).executeTakeFirst()

export async function deleteKeptForm(db: Db, { agencyId, personId }: Whose, path: string): Promise<void> {
  await tables(db)
    .deleteFrom('kept_form')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('path', '=', path)
    .execute()
}
