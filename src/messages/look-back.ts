import { sql } from 'kysely'
import type { PersonId, Reader } from '../records/index.ts'
import type { ConversationId } from './tables.ts'

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
