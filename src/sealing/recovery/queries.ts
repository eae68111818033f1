import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import type { KeyId } from '../tables.ts'
import { type HalfTable, type RecoveryId, type RecoveryTable, tables } from './tables.ts'

export async function insertHalves(db: Db, rows: readonly HalfTable[]): Promise<void> {
  await tables(db)
    .insertInto('recovery_half')
    .values([...rows])
    .execute()
}

/** What the first of two opened for the reader. */
export const selectHalf = (
  db: Db,
  {
    agencyId,
    id,
    personId,
  }: { readonly agencyId: AgencyId; readonly id: RecoveryId; readonly personId: PersonId },
): Promise<HalfTable | undefined> =>
  tables(db)
    .selectFrom('recovery_half')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('recovery_id', '=', id)
    .where('for_id', '=', personId)
    .executeTakeFirst()

/** What two keyholders are asked, with the names in it. */
export interface RecoveryRow extends RecoveryTable {
  readonly for_name: string | null
  /** Whose key it was; mostly the same person. */
  readonly lost_name: string | null
  readonly asked_name: string
  readonly first_name: string | null
  readonly second_name: string | null
  readonly ended_name: string | null
  readonly holder_names: string[] | null
}

const named = sql`r.*, f.name as for_name, l.name as lost_name, a.name as asked_name, one.name as first_name,
  two.name as second_name, e.name as ended_name,
  (select array_agg(h.name order by h.name) from person h where h.agency_id = r.agency_id and h.id = any(r.holders)) as holder_names`
const joined = sql`recovery r
  left join person f on f.agency_id = r.agency_id and f.id = r.for_id
  left join sealing_key k on k.agency_id = r.agency_id and k.id = r.lost_id
  left join person l on l.agency_id = r.agency_id and l.id = k.person_id
  join person a on a.agency_id = r.agency_id and a.id = r.asked_by
  left join person one on one.agency_id = r.agency_id and one.id = r.first_by
  left join person two on two.agency_id = r.agency_id and two.id = r.second_by
  left join person e on e.agency_id = r.agency_id and e.id = r.ended_by`

export async function selectRecovery(
  db: Db,
  agencyId: AgencyId,
  id: RecoveryId,
): Promise<RecoveryRow | undefined> {
  const { rows } = await sql<RecoveryRow>`
    select ${named} from ${joined} where r.agency_id = ${agencyId} and r.id = ${id}`.execute(db)
  return rows[0]
}

/** The newest first. */
export async function selectRecoveries(db: Db, agencyId: AgencyId): Promise<RecoveryRow[]> {
  const { rows } = await sql<RecoveryRow>`
    select ${named} from ${joined} where r.agency_id = ${agencyId} order by r.asked_at desc limit 50`.execute(
    db,
  )
  return rows
}

export async function insertRecovery(db: Db, row: RecoveryTable): Promise<void> {
  await tables(db).insertInto('recovery').values(row).execute()
}

export async function updateRecovery(db: Db, row: RecoveryTable): Promise<void> {
  const { first_by, first_at, second_by, second_at, ended_by, ended_at, entry_id } = row
  await tables(db)
    .updateTable('recovery')
    .set({ first_by, first_at, second_by, second_at, ended_by, ended_at, entry_id })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.id)
    .execute()
}

/** It as it stands now, held until this transaction ends: of two who press at once, one sees what the other has done. */
export const holdRecovery = (
  db: Db,
  { agency_id, id }: Pick<RecoveryTable, 'agency_id' | 'id'>,
): Promise<RecoveryTable | undefined> =>
  tables(db)
    .selectFrom('recovery')
    .selectAll()
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** What is asked for somebody and not over. */
export const selectOpenRecoveryFor = (
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<RecoveryTable | undefined> =>
  tables(db)
    .selectFrom('recovery')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('for_id', '=', personId)
    .where('second_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** Other keyholders are asked for, and it is not over. */
export const selectOpenChange = (db: Db, agencyId: AgencyId): Promise<RecoveryTable | undefined> =>
  tables(db)
    .selectFrom('recovery')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'keyholders')
    .where('second_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** The newest key of a person’s that they lost, and that the one they have now opens nothing of. */
export async function selectLost(
  db: Db,
  { agencyId, personId }: { readonly agencyId: AgencyId; readonly personId: PersonId },
): Promise<KeyId | undefined> {
  const { rows } = await sql<{ id: KeyId }>`
    select k.id from sealing_key k where k.agency_id = ${agencyId} and k.person_id = ${personId}
      and k.ended_at is not null and not exists (select from sealing_past p where p.agency_id = k.agency_id
        and p.person_id = k.person_id and p.at >= k.ended_at)
      and exists (select from kept_key c where c.agency_id = k.agency_id and c.key_id = k.id)
    order by k.ended_at desc limit 1`.execute(db)
  return rows[0]?.id
}

/** What was asked before then and is not over. */
export const selectLying = (db: Db, agencyId: AgencyId, before: Date): Promise<RecoveryTable[]> =>
  tables(db)
    .selectFrom('recovery')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('asked_at', '<', before)
    .where('second_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
