import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId, Reader } from '../../records/index.ts'

export interface AtRiskTable {
  agency_id: AgencyId
  id: Id<'at-risk'>
  person_id: PersonId
  at_risk: boolean
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}

/** Whether somebody is a grown-up whom the guidance protects as it protects a child. */
export async function isAdultAtRisk({ db, actor }: Reader, personId: PersonId): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select is_adult_at_risk(${actor.agencyId}, ${personId}) as is`.execute(db)
  return rows[0]?.is ?? false
}

/** The same as a part of a question. The agency and the person are SQL of its own. */
export const adultAtRiskIn = (
  agencyId: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
): RawBuilder<boolean> => sql`is_adult_at_risk(${agencyId}, ${personId})`

export async function insertAtRisk(db: Db, row: AtRiskTable): Promise<void> {
  await db.withTables<{ adult_at_risk: AtRiskTable }>().insertInto('adult_at_risk').values(row).execute()
}
