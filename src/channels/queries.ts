import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { ConversationId, MessageId } from '../messages/index.ts'
import type { AgencyId, Ground, PersonId } from '../records/index.ts'
import type { ChannelKind } from './rules.ts'
import {
  type ArrivalId,
  type ArrivalTable,
  type ArrivalWordsTable,
  type DeliveryId,
  type DeliveryTable,
  tables,
} from './tables.ts'

/** A message's delivery to one person, held until this transaction ends. */
export const holdDeliveryOf = (
  db: Db,
  which: { readonly agencyId: AgencyId; readonly messageId: MessageId; readonly personId: PersonId },
): Promise<DeliveryTable | undefined> =>
  tables(db)
    .selectFrom('delivery')
    .selectAll()
    .where('agency_id', '=', which.agencyId)
    .where('message_id', '=', which.messageId)
    .where('person_id', '=', which.personId)
    .orderBy('id')
    .forUpdate()
    .executeTakeFirst()

const oneDelivery = (db: Db, agencyId: AgencyId, id: DeliveryId) =>
  tables(db).selectFrom('delivery').selectAll().where('agency_id', '=', agencyId).where('id', '=', id)
const oneArrival = (db: Db, agencyId: AgencyId, id: ArrivalId) =>
  tables(db).selectFrom('arrival').selectAll().where('agency_id', '=', agencyId).where('id', '=', id)

type Found<Row, Id> = (db: Db, agencyId: AgencyId, id: Id) => Promise<Row | undefined>

/** One of them as it stands; or held until this transaction ends. */
export const selectDelivery: Found<DeliveryTable, DeliveryId> = (...which) =>
  oneDelivery(...which).executeTakeFirst()
export const holdDelivery: Found<DeliveryTable, DeliveryId> = (...which) =>
  oneDelivery(...which)
    .forUpdate()
    .executeTakeFirst()
export const selectArrival: Found<ArrivalTable, ArrivalId> = (...which) =>
  oneArrival(...which).executeTakeFirst()
export const holdArrival: Found<ArrivalTable, ArrivalId> = (...which) =>
  oneArrival(...which)
    .forUpdate()
    .executeTakeFirst()

/** Deliveries that were claimed before this moment and never settled: whoever claimed them is gone. */
export const selectOldClaims = (db: Db, agencyId: AgencyId, before: Date): Promise<DeliveryTable[]> =>
  tables(db)
    .selectFrom('delivery')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'claimed')
    .where('changed_at', '<=', before)
    .orderBy('id')
    .limit(100)
    .execute()

/** The agencies in which something was claimed before this moment and never settled. Ids only. */
export async function agenciesWithClaims(pool: Ground['pool'], before: Date): Promise<AgencyId[]> {
  const { rows } = await pool.query<{ id: AgencyId }>('select agencies_with_claims($1) as id', [before])
  return rows.map(({ id }) => id)
}

/** A delivery somewhere, by what the other side knows it by: for what they tell us of it. */
export async function deliveryByReference(
  pool: Ground['pool'],
  kind: ChannelKind,
  reference: string,
): Promise<{ agencyId: AgencyId; id: DeliveryId } | undefined> {
  const { rows } = await pool.query<{ agency_id: AgencyId; id: DeliveryId }>(
    'select agency_id, id from delivery_by_reference($1, $2)',
    [kind, reference],
  )
  return rows[0] && { agencyId: rows[0].agency_id, id: rows[0].id }
}

/** What became of something that came before under this name. */
export const selectKnownArrival = (
  db: Db,
  which: { readonly agencyId: AgencyId; readonly channel: ChannelKind; readonly externalId: string },
): Promise<Pick<ArrivalTable, 'id' | 'outcome'> | undefined> =>
  tables(db)
    .selectFrom('arrival')
    .select(['id', 'outcome'])
    .where('agency_id', '=', which.agencyId)
    .where('channel', '=', which.channel)
    .where('external_id', '=', which.externalId)
    .executeTakeFirst()

export const selectWords = (
  db: Db,
  agencyId: AgencyId,
  id: ArrivalId,
): Promise<ArrivalWordsTable | undefined> =>
  tables(db)
    .selectFrom('arrival_words')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('arrival_id', '=', id)
    .executeTakeFirst()

/** Everything that waits for a person, the longest waiting first, at most 500. */
export const selectHeld = (db: Db, agencyId: AgencyId): Promise<ArrivalTable[]> =>
  tables(db)
    .selectFrom('arrival')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('outcome', '=', 'held')
    .orderBy('received_at')
    .limit(500)
    .execute()

export interface BesideRow {
  readonly message_id: MessageId
  readonly delivery: Pick<DeliveryTable, 'id' | 'channel' | 'state' | 'why'> & {
    readonly name: string
    readonly at: string
  }
}
export interface CameRow {
  readonly message_id: MessageId
  readonly channel: ChannelKind
  readonly decided_by: string | null
  readonly folded: boolean
}

/** How each of these messages went. */
export async function selectWent(
  db: Db,
  agencyId: AgencyId,
  messages: readonly MessageId[],
): Promise<BesideRow[]> {
  const { rows } = await sql<BesideRow>`
    select d.message_id, json_build_object('id', d.id, 'channel', d.channel, 'state', d.state, 'why', d.why,
      'name', p.name, 'at', d.changed_at) as delivery
    from delivery d join person p on p.agency_id = d.agency_id and p.id = d.person_id
    where d.agency_id = ${agencyId} and d.message_id = any(${[...messages]}::uuid[]) order by d.id`.execute(
    db,
  )
  return rows
}

/** How each of these messages came. */
export async function selectCame(
  db: Db,
  agencyId: AgencyId,
  messages: readonly MessageId[],
): Promise<CameRow[]> {
  const { rows } = await sql<CameRow>`
    select a.message_id, a.channel, p.name as decided_by, w.whole is not null as folded
    from arrival a left join person p on p.agency_id = a.agency_id and p.id = a.decided_by
    left join arrival_words w on w.agency_id = a.agency_id and w.arrival_id = a.id
    where a.agency_id = ${agencyId} and a.message_id = any(${[...messages]}::uuid[])`.execute(db)
  return rows
}

interface Whole {
  readonly whole: string
  readonly received_at: Date
  readonly conversation_id: ConversationId
  readonly person_id: PersonId | null
}

/** The whole of what a message came with, where it shows less. */
export async function selectWhole(
  db: Db,
  agencyId: AgencyId,
  messageId: MessageId,
): Promise<Whole | undefined> {
  const { rows } = await sql<Whole>`
    select w.whole, a.received_at, a.conversation_id, a.person_id from arrival a
    join arrival_words w on w.agency_id = a.agency_id and w.arrival_id = a.id
    where a.agency_id = ${agencyId} and a.message_id = ${messageId} and w.whole is not null`.execute(db)
  return rows[0]
}

/** What ties a mail to those before it, in one conversation with one person: what each side knows it by, newest first. */
export async function selectEarlier(
  db: Db,
  which: {
    readonly agencyId: AgencyId
    readonly conversationId: ConversationId
    readonly personId: PersonId
    readonly channel: ChannelKind
  },
): Promise<{ reference: string }[]> {
  const { rows } = await sql<{ reference: string }>`
    select reference from (
      select d.reference, d.made_at as at from delivery d where d.agency_id = ${which.agencyId}
        and d.conversation_id = ${which.conversationId} and d.person_id = ${which.personId}
        and d.channel = ${which.channel} and d.reference is not null
      union all
      select a.external_id, a.received_at from arrival a where a.agency_id = ${which.agencyId}
        and a.conversation_id = ${which.conversationId} and a.person_id = ${which.personId}
        and a.channel = ${which.channel} and a.outcome = 'message') earlier
    order by at desc limit 20`.execute(db)
  return rows
}
