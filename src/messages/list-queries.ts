import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { ConversationId } from './queries.ts'

export interface ListedConversation {
  id: ConversationId
  subject: string
  with_names: string
  last_at: Date | null
  last_words: string | null
  unseen: number
}

/** Which part of a list: so many from there on. */
export interface Slice {
  readonly from: number
  readonly limit: number
}

/** The conversations these people are in, the one with the newest message first; and whether there are more after them. */
export async function selectConversationsOf(
  db: Db,
  agencyId: AgencyId,
  people: readonly PersonId[],
  viewer: PersonId,
  { from, limit }: Slice,
): Promise<{ list: ListedConversation[]; more: boolean }> {
  const { rows } = await sql<ListedConversation>`
    select c.id, c.subject, last.sent_at as last_at, left(last.body, 120) as last_words,
      (select string_agg(who.name, ', ' order by who.name) from participant o
        join person who on who.agency_id = o.agency_id and who.id = o.person_id
        where o.agency_id = c.agency_id and o.conversation_id = c.id and o.left_at is null and o.person_id <> ${viewer}) as with_names,
      coalesce((select count(*) from message m join participant me on me.agency_id = m.agency_id
          and me.conversation_id = m.conversation_id and me.person_id = ${viewer} and me.left_at is null
        where m.agency_id = c.agency_id and m.conversation_id = c.id and m.author_id <> ${viewer}
          and (me.seen_at is null or m.sent_at > me.seen_at)), 0)::int as unseen
    from conversation c
    left join lateral (select sent_at, body from message
      where agency_id = c.agency_id and conversation_id = c.id order by id desc limit 1) last on true
    where c.agency_id = ${agencyId} and exists (select from participant p where p.agency_id = c.agency_id
      and p.conversation_id = c.id and p.left_at is null and p.person_id = any(${[...people]}::uuid[]))
    order by coalesce(last.sent_at, c.opened_at) desc, c.id desc limit ${limit + 1} offset ${from}`.execute(
    db,
  )
  return { list: rows.slice(0, limit), more: rows.length > limit }
}
