import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId } from '../../records/index.ts'
import type { Kept } from '../screened.ts'
import type { MessageId } from '../tables.ts'
import { markTables, type OpeningTable } from './queries.ts'

/** Of a message m, what the staff do not see: null where nothing is masked, or it has been opened for all of them. */
export const maskedIn: RawBuilder<readonly Kept[] | null> = sql`(select k.found from message_mark k
    where k.agency_id = m.agency_id and k.message_id = m.id and k.kind = 'masked'
      and not exists (select from detail_opening o where o.agency_id = m.agency_id and o.message_id = m.id and o.for_all))`

/** What the staff do not see of one message now: nothing where nothing is masked. */
export async function selectMasked(db: Db, agencyId: AgencyId, id: MessageId): Promise<readonly Kept[]> {
  const { rows } = await sql<{ found: readonly Kept[] | null }>`
    select ${maskedIn} as found from message m where m.agency_id = ${agencyId} and m.id = ${id}`.execute(db)
  return rows[0]?.found ?? []
}

export interface Opening {
  readonly name: string
  readonly person_id: OpeningTable['person_id']
  readonly for_all: boolean
  readonly reason: string
  readonly at: Date
}

/** Who has opened what is masked in a message, oldest first. */
export async function selectOpenings(db: Db, agencyId: AgencyId, id: MessageId): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select p.name, o.person_id, o.for_all, o.reason, o.at from detail_opening o
    join person p on p.agency_id = o.agency_id and p.id = o.person_id
    where o.agency_id = ${agencyId} and o.message_id = ${id} order by o.at, o.id`.execute(db)
  return rows
}

export async function insertOpening(db: Db, row: OpeningTable): Promise<void> {
  await markTables(db).insertInto('detail_opening').values(row).execute()
}
