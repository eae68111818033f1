import { type RawBuilder, sql } from 'kysely'
import { agreedOver } from '../agreements/index.ts'
import { type CalendarDay, dayAt } from '../guidance/index.ts'
import { type Db, prepared, send } from '../kit/db/index.ts'
import { adultAtRiskIn, awayOn, type Way } from '../people/index.ts'
import type { AgencyId, PersonId, Reader } from '../records/index.ts'
import type { Part } from './rules.ts'
import {
  type ConversationId,
  type ConversationTable,
  type MessageId,
  type MessageTable,
  type ParticipantTable,
  tables,
} from './tables.ts'

export type {
  ConversationId,
  ConversationTable,
  MessageId,
  MessageTable,
  ParticipantTable,
} from './tables.ts'
export { type Eyes, eyesOf, type MessageRow, selectMessages } from './thread-queries.ts'

export interface ParticipantRow {
  person_id: PersonId
  part: Part
  name: string
  left_at: Date | null
  /** When they last looked, as the database's JSON writes it. */
  seen_at: string | null
  /** When they were last sent a link, as the database's JSON writes it. */
  notified_at: string | null
  /** They have not been sent a link since they last looked, and are not looking now. */
  unaware: boolean
  /** How they are reached. */
  way: Way
  /** The last day they are away for, when they are away today: `infinity` while nobody knows it. */
  away_until: CalendarDay | 'infinity' | null
  /** Of a child: whether contact in the way they are reached is agreed to today. Null for everybody else. */
  agreed: boolean | null
  /** They are in a child’s place and are grown up: an adult who may be at risk. */
  adult: boolean | null
}

export interface ConversationRow {
  id: ConversationId
  subject: string
  opened_at: Date
  /** When it ended: everybody can read it, and nobody writes there. */
  ended_at: Date | null
  participants: ParticipantRow[]
}

/** Everybody who is or was in a conversation c, as they are on a day: as JSON, what the participants of a ConversationRow are. */
export const participantsOf = (day: CalendarDay | RawBuilder<CalendarDay>): RawBuilder<unknown> => sql`(
      select json_agg(json_build_object('person_id', p.person_id, 'part', p.part, 'name', who.name, 'left_at', p.left_at, 'seen_at', p.seen_at, 'notified_at', p.notified_at, 'way', who.way,
          'unaware', who.kind <> 'staff' and (p.notified_at is null or p.seen_at > p.notified_at),
          'away_until', case when who.kind = 'staff' and p.left_at is null then a.until end,
          'agreed', case when who.kind = 'child' and p.left_at is null then ${agreedOver({ agencyId: sql`p.agency_id`, childId: sql`p.person_id`, channel: sql`who.way`, day })} end,
          'adult', case when who.kind = 'child' then ${adultAtRiskIn(sql`p.agency_id`, sql`p.person_id`)} end)
          order by p.added_at, who.name)
        from participant p cross join lateral (select w.name, w.kind, w.way from person w
            where w.agency_id = p.agency_id and w.id = p.person_id offset 0) who
          left join ${awayOn({ agencyId: sql`c.agency_id`, day })} a on a.person_id = p.person_id
        where p.agency_id = c.agency_id and p.conversation_id = c.id)`

/** A conversation with everybody who is or was in it, in one round trip. */
export async function selectConversation(
  { db, actor, now }: Reader,
  id: ConversationId,
): Promise<ConversationRow | undefined> {
  const { rows } = await sql<ConversationRow>`
    select c.id, c.subject, c.opened_at, c.ended_at, ${participantsOf(dayAt(now))} as participants from conversation c
    where c.agency_id = ${actor.agencyId} and c.id = ${id}`.execute(db)
  return rows[0]
}

export function selectMessage(db: Db, agencyId: AgencyId, id: MessageId): Promise<MessageTable | undefined> {
  return tables(db)
    .selectFrom('message')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertConversation(
  db: Db,
  row: ConversationTable,
  participants: readonly ParticipantTable[],
): Promise<void> {
  await Promise.all([
    tables(db).insertInto('conversation').values(row).execute(),
    tables(db)
      .insertInto('participant')
      .values([...participants])
      .execute(),
  ])
}

const storeMessage = prepared<MessageTable>(
  row => sql`
    insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, number, entry_id)
    values (${row.agency_id}, ${row.id}, ${row.conversation_id}, ${row.author_id}, ${row.body}, ${row.sent_at},
      ${row.draft_key}, ${row.number}, ${row.entry_id})`,
)

/** Sends a message to be stored. A second one with the same author and draft key takes a unique key that is taken. */
export const insertMessage = (db: Db, row: MessageTable): void => send(db, storeMessage, row)

/** The message that this author has stored with this draft key in this conversation, if they have. */
export async function selectMessageId(
  db: Db,
  which: Pick<MessageTable, 'agency_id' | 'conversation_id' | 'author_id' | 'draft_key'>,
): Promise<MessageId | undefined> {
  const { rows } = await sql<{ id: MessageId }>`select id from message where agency_id = ${which.agency_id}
    and conversation_id = ${which.conversation_id} and author_id = ${which.author_id}
    and draft_key = ${which.draft_key}`.execute(db)
  return rows[0]?.id
}

/** Says that these people have now been sent a link. */
export async function markNotified(
  db: Db,
  which: { agencyId: AgencyId; id: ConversationId; people: readonly PersonId[]; at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('participant')
    .set({ notified_at: which.at })
    .where('agency_id', '=', which.agencyId)
    .where('conversation_id', '=', which.id)
    .where('person_id', 'in', which.people)
    .execute()
}

/** Their links open nothing any more: wherever they are, the next message sends them one. */
export async function forgetNotified(db: Db, agencyId: AgencyId, personId: PersonId): Promise<void> {
  await tables(db)
    .updateTable('participant')
    .set({ notified_at: null })
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .execute()
}

export async function markSeen(
  db: Db,
  which: { agencyId: AgencyId; id: ConversationId; personId: PersonId; at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('participant')
    .set({ seen_at: which.at })
    .where('agency_id', '=', which.agencyId)
    .where('conversation_id', '=', which.id)
    .where('person_id', '=', which.personId)
    .execute()
}

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

/** Keeps everybody from writing in a conversation, and from changing who is in it, until this transaction ends. */
export async function holdConversation(db: Db, agencyId: AgencyId, id: ConversationId): Promise<void> {
  await sql`select 1 from conversation where agency_id = ${agencyId} and id = ${id} for update`.execute(db)
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
