import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { ConversationId } from './queries.ts'

/** Whose conversations are listed, for whom. */
export interface ListOf {
  readonly agencyId: AgencyId
  readonly people: readonly PersonId[]
  readonly viewer: PersonId
  /** A part of what it is about, or of the name of somebody who is in it; empty for all. */
  readonly find?: string
  /** Only those with a child in them, or with parents and carers alone. */
  readonly kind?: 'child' | 'parents'
  /** Only those in which something was said since then. */
  readonly since?: Date
}

export interface ListedConversation {
  id: ConversationId
  subject: string
  with_names: string
  last_at: Date | null
  unseen: number
}

const meant = ({ agencyId, people, find = '', kind, since }: ListOf) => {
  const like = `%${find.replace(/[\\%_]/g, '\\$&')}%`
  return sql`c.agency_id = ${agencyId} and exists (select from participant p where p.agency_id = c.agency_id
      and p.conversation_id = c.id and p.left_at is null and p.person_id = any(${[...people]}::uuid[]))
    and (${find} = '' or c.subject ilike ${like} or exists (select from participant p
      join person n on n.agency_id = p.agency_id and n.id = p.person_id
      where p.agency_id = c.agency_id and p.conversation_id = c.id and n.name ilike ${like}))
    ${
      kind
        ? sql`and exists (select from participant p where p.agency_id = c.agency_id and p.conversation_id = c.id
      and p.left_at is null and p.part = 'child') = ${kind === 'child'}`
        : sql``
    }
    ${
      since
        ? sql`and exists (select from message m where m.agency_id = c.agency_id and m.conversation_id = c.id
      and m.sent_at >= ${since})`
        : sql``
    }`
}

export async function countConversationsOf(db: Db, list: ListOf): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from conversation c where ${meant(list)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A stretch of them, the one with the newest message first. */
export async function selectConversationsOf(
  db: Db,
  list: ListOf,
  { skip, length }: { readonly skip: number; readonly length: number },
): Promise<ListedConversation[]> {
  const { viewer } = list
  const { rows } = await sql<ListedConversation>`
    select c.id, c.subject, last.sent_at as last_at,
      (select string_agg(who.name, ', ' order by who.name) from participant o
        join person who on who.agency_id = o.agency_id and who.id = o.person_id
        where o.agency_id = c.agency_id and o.conversation_id = c.id and o.left_at is null and o.person_id <> ${viewer}) as with_names,
      coalesce((select count(*) from message m join participant me on me.agency_id = m.agency_id
          and me.conversation_id = m.conversation_id and me.person_id = ${viewer} and me.left_at is null
        where m.agency_id = c.agency_id and m.conversation_id = c.id and m.author_id <> ${viewer}
          and (me.seen_at is null or m.sent_at > me.seen_at)), 0)::int as unseen
    from conversation c
    left join lateral (select sent_at from message
      where agency_id = c.agency_id and conversation_id = c.id order by id desc limit 1) last on true
    where ${meant(list)}
    order by coalesce(last.sent_at, c.opened_at) desc, c.id limit ${length} offset ${skip}`.execute(db)
  return rows
}

/** In how many conversations somebody has messages that they have not looked at. */
export async function countUnseen(db: Db, agencyId: AgencyId, personId: PersonId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from participant me
    where me.agency_id = ${agencyId} and me.person_id = ${personId} and me.left_at is null
      and exists (select from message m where m.agency_id = me.agency_id and m.conversation_id = me.conversation_id
        and m.author_id <> me.person_id and (me.seen_at is null or m.sent_at > me.seen_at))`.execute(db)
  return rows[0]?.count ?? 0
}
