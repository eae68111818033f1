import type { Db } from '../kit/db/index.ts'
import type { ConversationId } from '../messages/index.ts'
import type { AgencyId, Ground, PersonId } from '../records/index.ts'
import { type TextTroubleTable, type TextWishTable, textTables, type WishId } from './tables.ts'

/** Somebody of a family who has a number, and where they were last texted. */
export interface OfNumber {
  readonly agencyId: AgencyId
  readonly personId: PersonId
  readonly conversationId: ConversationId | undefined
  readonly textedAt: Date | undefined
  /** It harms nobody to say there what they text: no conversation and no notice it could answer instead has fewer readers. */
  readonly sure: boolean
}

/**
 * Everybody of every agency who has this number, whoever was texted last first. `since`: from when on a text of another
 * conversation may still be what they answer.
 */
export async function peopleOfNumber(
  pool: Ground['pool'],
  number: string,
  since: Date,
): Promise<readonly OfNumber[]> {
  const { rows } = await pool.query<{
    agency_id: AgencyId
    person_id: PersonId
    conversation_id: ConversationId | null
    texted_at: Date | null
    sure: boolean
  }>('select * from people_of_number($1, $2) order by texted_at desc nulls last, agency_id, person_id', [
    number,
    since,
  ])
  return rows.map(row => ({
    agencyId: row.agency_id,
    personId: row.person_id,
    conversationId: row.conversation_id ?? undefined,
    textedAt: row.texted_at ?? undefined,
    sure: row.sure,
  }))
}

/** The agency whose people look at texts from numbers that are nobody's. Undefined while there is none. */
export async function agencyOfStrangers(pool: Ground['pool']): Promise<AgencyId | undefined> {
  const { rows } = await pool.query<{ id: AgencyId | null }>('select agency_of_strangers() as id')
  return rows[0]?.id ?? undefined
}

/** What was last asked for from this number here. */
export const selectNewestWish = (
  db: Db,
  agencyId: AgencyId,
  number: string,
): Promise<TextWishTable | undefined> =>
  textTables(db)
    .selectFrom('text_wish')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const hasWish = async (
  db: Db,
  which: Pick<TextWishTable, 'agency_id' | 'person_id' | 'external_id'>,
): Promise<boolean> =>
  (await textTables(db)
    .selectFrom('text_wish')
    .select('id')
    .where('agency_id', '=', which.agency_id)
    .where('person_id', '=', which.person_id)
    .where('external_id', '=', which.external_id)
    .executeTakeFirst()) !== undefined

export const selectWish = (db: Db, agencyId: AgencyId, id: WishId): Promise<TextWishTable | undefined> =>
  textTables(db)
    .selectFrom('text_wish')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The newest troubles on our own side, at most ten. */
export const selectTroubles = (db: Db, agencyId: AgencyId): Promise<TextTroubleTable[]> =>
  textTables(db)
    .selectFrom('text_trouble')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('at', 'desc')
    .limit(10)
    .execute()
