import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import { type PersonTable, tables } from '../queries.ts'

/** A person, held until this transaction ends: whoever would give them something waits, and then sees how it ended. */
export function holdPerson(db: Db, agencyId: AgencyId, id: PersonId): Promise<PersonTable | undefined> {
  return tables(db)
    .selectFrom('person')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Whether something that is sealed would open to nobody once they have left. What it is, nobody learns by this. */
export async function wouldOpenToNobody(db: Db, id: PersonId): Promise<boolean> {
  const { rows } = await sql<{ so: boolean }>`select would_open_to_nobody(${id}) as so`.execute(db)
  return rows[0]?.so ?? false
}
