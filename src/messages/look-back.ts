import { type RawBuilder, sql } from 'kysely'
import type { AgencyId, PersonId, Reader } from '../records/index.ts'
import type { ConversationId, MessageId } from './tables.ts'

/** Everybody who is or was in a conversation. */
export async function whoIsIn(
  { db, actor }: Reader,
  conversation: ConversationId,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    select person_id as id from participant where agency_id = ${actor.agencyId} and conversation_id = ${conversation}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** The conversations in which something was said from `from` until `to`, once for each worker whose conversation it was. */
export async function spokenIn(
  { db, actor }: Reader,
  from: Date,
  to: Date,
): Promise<readonly { readonly conversation: ConversationId; readonly worker: PersonId }[]> {
  const { rows } = await sql<{ conversation: ConversationId; worker: PersonId }>`
    select p.conversation_id as conversation, p.person_id as worker from participant p
    where p.agency_id = ${actor.agencyId} and p.part = 'worker' and p.added_at < ${to}
      and (p.left_at is null or p.left_at >= ${from})
      and exists (select from message m where m.agency_id = p.agency_id and m.conversation_id = p.conversation_id
        and m.sent_at >= ${from} and m.sent_at < ${to})
    order by p.conversation_id, p.added_at, p.person_id`.execute(db)
  return rows
}

/** A page of one conversation: its messages in order, its family, and from when until when nothing else was said in it. */
export interface StretchOfTalk {
  readonly messages: readonly { readonly id: MessageId; readonly sentAt: Date }[]
  readonly family: readonly PersonId[]
  /** From the opening, where nothing was said before these; else from the first of them. */
  readonly from: Date
  /** When the next message was sent after these; null where there is none. */
  readonly until: Date | null
}

/** What stands around some messages of one conversation, for what happened meanwhile outside it. */
export async function stretchOfTalk(
  { db, actor }: Reader,
  messages: readonly MessageId[],
): Promise<StretchOfTalk | undefined> {
  const { rows } = await sql<{
    said: { id: MessageId; at: string }[]
    family: PersonId[]
    opened_at: Date
    first: boolean
    until: Date | null
  }>`
    with said as (select m.id, m.conversation_id, m.sent_at from message m
      where m.agency_id = ${actor.agencyId} and m.id = any(${[...messages]}::uuid[]))
    select (select json_agg(json_build_object('id', s.id, 'at', s.sent_at) order by s.id) from said s) as said,
      array(select distinct p.person_id from participant p where p.agency_id = c.agency_id
        and p.conversation_id = c.id and p.part in ('child', 'parent')) as family,
      c.opened_at, not exists (select from message m where m.agency_id = c.agency_id and m.conversation_id = c.id
        and m.id < (select (array_agg(s.id order by s.id))[1] from said s)) as first,
      (select m.sent_at from message m where m.agency_id = c.agency_id and m.conversation_id = c.id
        and m.id > (select (array_agg(s.id order by s.id desc))[1] from said s) order by m.id limit 1) as until
    from conversation c where c.agency_id = ${actor.agencyId} and c.id = (select s.conversation_id from said s limit 1)`.execute(
    db,
  )
  const [found] = rows
  const said = found?.said.map(({ id, at }) => ({ id, sentAt: new Date(at) })) ?? []
  const [first] = said
  if (!found || !first) return undefined
  const { family, opened_at, until } = found
  return { messages: said, family, from: found.first ? opened_at : first.sentAt, until }
}

/** Conversations by their ids, or all that somebody is or was in: what each is about. */
export async function conversationsOf(
  { db, actor }: Reader,
  which: { readonly ids: readonly ConversationId[] } | { readonly with: PersonId },
): Promise<readonly { readonly id: ConversationId; readonly subject: string }[]> {
  const [ids, person] = 'ids' in which ? [[...which.ids], null] : [null, which.with]
  const { rows } = await sql<{ id: ConversationId; subject: string }>`
    select c.id, c.subject from conversation c where c.agency_id = ${actor.agencyId}
      and (c.id = any(${ids}::uuid[]) or c.id in (select p.conversation_id from participant p
        where p.agency_id = c.agency_id and p.person_id = ${person}::uuid))
    order by c.opened_at, c.id`.execute(db)
  return rows
}

/** So many messages are gone through for the conversations in which something is said. */
const mostGoneThrough = 500

/** The conversations in which these words are said, each word of them in one message, by what is still said: the newest are looked through. */
export async function conversationsThatSay(
  { db, actor }: Reader,
  words: string,
): Promise<readonly { readonly id: ConversationId; readonly subject: string }[]> {
  const { rows } = await sql<{ id: ConversationId; subject: string }>`
    select c.id, c.subject from conversation c where c.agency_id = ${actor.agencyId} and c.id in (
      select m.conversation_id from messages_that_say(${words}, null, ${mostGoneThrough}) as s (id)
      join message m on m.agency_id = ${actor.agencyId} and m.id = s.id)
    order by c.opened_at, c.id`.execute(db)
  return rows
}

/** A conversation in a row of another room, as a part of its question. */
interface ConversationThere {
  readonly agencyId: AgencyId
  readonly conversation: RawBuilder<unknown>
}

/** SQL for when a conversation ended; null while it goes on. */
export const endedAt = ({ agencyId, conversation }: ConversationThere): RawBuilder<unknown> =>
  sql`(select c.ended_at from conversation c where c.agency_id = ${agencyId} and c.id = ${conversation})`

/** SQL for everybody who is or was in a conversation. */
export const everInIt = ({ agencyId, conversation }: ConversationThere): RawBuilder<unknown> =>
  sql`select i.person_id from participant i where i.agency_id = ${agencyId} and i.conversation_id = ${conversation}`
