import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import { type ParticipantTable, tables } from './queries.ts'

/** Keeps everybody from writing in the conversations that somebody is in, until this transaction ends. */
export async function holdConversations(db: Db, agencyId: AgencyId, personId: PersonId): Promise<void> {
  await sql`select 1 from conversation c where c.agency_id = ${agencyId} and c.id in (
    select conversation_id from participant
    where agency_id = ${agencyId} and person_id = ${personId} and left_at is null)
    order by c.id for update`.execute(db)
}

/** The places somebody has in conversations now. */
export async function selectPlacesOf(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<(ParticipantTable & { subject: string })[]> {
  return tables(db)
    .selectFrom('participant as p')
    .innerJoin('conversation as c', on =>
      on.onRef('c.agency_id', '=', 'p.agency_id').onRef('c.id', '=', 'p.conversation_id'),
    )
    .selectAll('p')
    .select('c.subject')
    .where('p.agency_id', '=', agencyId)
    .where('p.person_id', '=', personId)
    .where('p.left_at', 'is', null)
    .orderBy('c.id')
    .execute()
}

export async function insertPlace(db: Db, row: ParticipantTable): Promise<void> {
  await tables(db).insertInto('participant').values(row).execute()
}

export async function endPlace(db: Db, row: ParticipantTable): Promise<void> {
  await tables(db)
    .updateTable('participant')
    .set({ left_at: row.left_at, entry_id: row.entry_id })
    .where('agency_id', '=', row.agency_id)
    .where('conversation_id', '=', row.conversation_id)
    .where('person_id', '=', row.person_id)
    .where('left_at', 'is', null)
    .execute()
}
