import { sql } from 'kysely'
import { ask, type Db, piece } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId, Reader } from '../../records/index.ts'

export interface SwitchTable {
  agency_id: AgencyId
  id: Id<'concern-switch'>
  switched_by: PersonId
  switched_at: Date
  entry_id: EntryId
}

export interface LetterTable {
  agency_id: AgencyId
  id: Id<'chain-letter'>
  person_id: PersonId
  sent_by: PersonId
  sent_at: Date
  entry_id: EntryId
}

export interface CameTable {
  agency_id: AgencyId
  id: Id<'chain-letter-came'>
  letter_id: Id<'chain-letter'>
  came_at: Date
  entry_id: EntryId
}

export const chainTables = (db: Db) =>
  db.withTables<{
    concern_switch: SwitchTable
    chain_letter: LetterTable
    chain_letter_came: CameTable
  }>()

const taken = piece<Record<never, never>, boolean>(() => sql`select concerns_taken_here()`)

/** Whether concerns are taken here. Asked in the agency itself, in the same breath as whatever else is. */
export const areTaken = async ({ db }: Reader): Promise<boolean> => (await ask(db, taken, {})) ?? false

/** Since when concerns are taken here; undefined where they are not. Asked in the vault. */
export const selectSwitch = (db: Db, agencyId: AgencyId): Promise<SwitchTable | undefined> =>
  chainTables(db)
    .selectFrom('concern_switch')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()

export interface Tried {
  readonly id: LetterTable['id']
  readonly person_id: PersonId
  readonly sent_at: Date
  readonly came_at: Date | null
}

/** Each person’s newest letter, and each one’s newest that came. Asked in the vault. */
export async function selectTried(db: Db, agencyId: AgencyId): Promise<readonly Tried[]> {
  const { rows } = await sql<Tried>`
    (select distinct on (l.person_id) l.id, l.person_id, l.sent_at, c.came_at
      from chain_letter l left join chain_letter_came c on c.agency_id = l.agency_id and c.letter_id = l.id
      where l.agency_id = ${agencyId} order by l.person_id, l.sent_at desc)
    union
    (select distinct on (l.person_id) l.id, l.person_id, l.sent_at, c.came_at
      from chain_letter l join chain_letter_came c on c.agency_id = l.agency_id and c.letter_id = l.id
      where l.agency_id = ${agencyId} order by l.person_id, c.came_at desc)`.execute(db)
  return rows
}

export async function selectLetter(
  db: Db,
  agencyId: AgencyId,
  id: LetterTable['id'],
): Promise<Tried | undefined> {
  const { rows } = await sql<Tried>`
    select l.id, l.person_id, l.sent_at, c.came_at
    from chain_letter l left join chain_letter_came c on c.agency_id = l.agency_id and c.letter_id = l.id
    where l.agency_id = ${agencyId} and l.id = ${id}`.execute(db)
  return rows[0]
}
