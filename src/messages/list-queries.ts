import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import { firstIdAt, type Id } from '../kit/ids.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { ConversationId } from './queries.ts'

/** Whose conversations are listed, for whom. */
export interface ListOf {
  readonly agencyId: AgencyId
  /** Those that one of these people is in now; without it, all of the agency. */
  readonly people?: readonly PersonId[] | undefined
  readonly viewer: PersonId
  /** A part of what it is about, or of the name of somebody who is in it; empty for all. */
  readonly find?: string
  /** Only those with a child in them, or with parents and carers alone. */
  readonly kind?: 'child' | 'parents'
  /** Only those in which something was said since then. */
  readonly since?: Date
}

/** A place in a list: the id of what was said last in a conversation, by which lists are in order. */
export type ListPlace = Id<'list-place'>

/** What comes next to a place, and on which side of it. */
export interface Beyond {
  readonly place: ListPlace | undefined
  readonly side: 'older' | 'newer'
}

export interface ListedConversation {
  id: ConversationId
  place: ListPlace
  subject: string
  with_names: string
  last_at: Date | null
  /** Up to `mostCounted`. */
  unseen: number
}

/** A number that stands for as many or more. */
export const mostCounted = 100
/** In so many places of people, all are looked at; in more than that, conversations are gone through from the newest. */
const few = 2_000
/** How many conversations are gone through for one page. */
export const mostWalked = 2_500

/** Of a conversation n, what it must be like to be listed. */
function wanted({ agencyId, find = '', kind, since }: ListOf): RawBuilder<unknown> {
  const like = `%${find.replace(/[\\%_]/g, '\\$&')}%`
  const all = [
    find &&
      sql`(select c.subject ilike ${like} or exists (select from participant p
          join person w on w.agency_id = p.agency_id and w.id = p.person_id
          where p.agency_id = c.agency_id and p.conversation_id = c.id and w.name ilike ${like})
        from conversation c where c.agency_id = ${agencyId} and c.id = n.conversation_id)`,
    kind &&
      sql`exists (select from participant p where p.agency_id = ${agencyId} and p.conversation_id = n.conversation_id
        and p.left_at is null and p.part = 'child') = ${kind === 'child'}`,
    since && sql`n.newest <> n.conversation_id`,
  ]
  return sql.join([sql`true`, ...all.flatMap(one => one || [])], sql` and `)
}

const lowest = '00000000-0000-0000-0000-000000000000'
const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** From where to where a page is looked for, and in which order. */
function bounds({ since }: ListOf, { place, side }: Beyond) {
  const from = since ? firstIdAt<'list-place'>(since) : undefined
  const above = [from, side === 'newer' ? place : undefined].reduce((a, b) =>
    a && b && a > b ? a : (b ?? a),
  )
  return {
    between: sql`n.newest > ${above ?? lowest}::uuid and n.newest < ${(side === 'older' && place) || highest}::uuid`,
    order: side === 'older' ? sql`desc` : sql`asc`,
  }
}

/** The next of a few conversations, each of them looked at. */
function nextOfFew(list: ListOf, beyond: Beyond, most: number): RawBuilder<unknown> {
  const { between, order } = bounds(list, beyond)
  const { agencyId, people = [] } = list
  // Looked up one by one: a join might read the order of the whole agency.
  return sql`select n.conversation_id, n.newest
    from (select theirs.conversation_id, (select n.newest from conversation_newest n
        where n.agency_id = ${agencyId} and n.conversation_id = theirs.conversation_id) as newest
      from (select distinct p.conversation_id from participant p where p.agency_id = ${agencyId}
        and p.person_id = any(${[...people]}::uuid[]) and p.left_at is null) theirs offset 0) n
    where ${between} and ${wanted(list)} order by n.newest ${order} limit ${sql.lit(most)}`
}

/** The next of many, gone through in their order: no further than `mostWalked`. */
function nextOfMany(list: ListOf, beyond: Beyond, most: number): RawBuilder<unknown> {
  const { between, order } = bounds(list, beyond)
  const { agencyId, people } = list
  const theirs = people
    ? // Not a join: what is not looked at is not to be read.
      sql`(select true from participant p where p.agency_id = ${agencyId} and p.conversation_id = n.conversation_id
        and p.left_at is null and p.person_id in (select unnest(${[...people]}::uuid[])) limit 1)`
    : sql`true`
  return sql`select n.conversation_id, n.newest
    from (select n.conversation_id, n.newest from conversation_newest n where n.agency_id = ${agencyId} and ${between}
      order by n.newest ${order} limit ${sql.lit(mostWalked)}) n
    where ${theirs} and ${wanted(list)} order by n.newest ${order} limit ${sql.lit(most)}`
}

/** Whether these people have at most `most` places in conversations between them. */
export async function haveFew(
  db: Db,
  agencyId: AgencyId,
  people: readonly PersonId[],
  most: number,
): Promise<boolean> {
  const { rows } = await sql<{ places: number }>`
    select count(*)::int as places from (select from participant p where p.agency_id = ${agencyId}
      and p.person_id = any(${[...people]}::uuid[]) and p.left_at is null limit ${sql.lit(most + 1)}) s`.execute(
    db,
  )
  return (rows[0]?.places ?? 0) <= most
}

/** Where going through many stopped, when it did before the end of the list. */
async function walkedTo(db: Db, list: ListOf, beyond: Beyond): Promise<ListPlace | undefined> {
  const { between, order } = bounds(list, beyond)
  const { rows } = await sql<{ newest: ListPlace }>`
    select n.newest from conversation_newest n where n.agency_id = ${list.agencyId} and ${between}
    order by n.newest ${order} offset ${sql.lit(mostWalked - 1)} limit 1`.execute(db)
  return rows[0]?.newest
}

/**
 * What comes next in a list, the one with the newest message first, at most `most`. Where a list is long and few in it are
 * wanted, `walked` says how far it was gone through: there may be more beyond.
 */
export async function selectConversationsOf(
  db: Db,
  list: ListOf,
  beyond: Beyond,
  most: number,
): Promise<{ readonly rows: ListedConversation[]; readonly walked: ListPlace | undefined }> {
  const { viewer, people } = list
  const isFew = people !== undefined && (await haveFew(db, list.agencyId, people, few))
  const next = isFew ? nextOfFew(list, beyond, most) : nextOfMany(list, beyond, most)
  const { rows } = await sql<ListedConversation>`
    with page as materialized (${next})
    select c.id, page.newest as place, c.subject, said.sent_at as last_at,
      (select string_agg(who.name, ', ' order by who.name) from participant o
        join person who on who.agency_id = o.agency_id and who.id = o.person_id
        where o.agency_id = c.agency_id and o.conversation_id = c.id and o.left_at is null and o.person_id <> ${viewer}) as with_names,
      case when me.person_id is null then 0 else (select count(*)::int from (select from message m
        where ${sinceSeen} limit ${sql.lit(mostCounted)}) s) end as unseen
    from page join conversation c on c.agency_id = ${list.agencyId} and c.id = page.conversation_id
    left join message said on said.agency_id = c.agency_id and said.id = page.newest
    left join participant me on me.agency_id = c.agency_id and me.conversation_id = c.id
      and me.person_id = ${viewer} and me.left_at is null
    order by page.newest desc`.execute(db)
  const isWalked = !isFew && rows.length < most
  return { rows, walked: isWalked ? await walkedTo(db, list, beyond) : undefined }
}

/** That a message m was said by another since somebody looked, who is in its conversation as me. */
const sinceSeen = sql`m.agency_id = me.agency_id and m.conversation_id = me.conversation_id and m.author_id <> me.person_id
  and m.id > first_id_at(me.seen_at) and (me.seen_at is null or m.sent_at > me.seen_at)`

/** In how many conversations somebody has messages that they have not looked at, up to `mostCounted`. */
export async function countUnseen(db: Db, agencyId: AgencyId, personId: PersonId): Promise<number> {
  // By cases, so that messages are looked for only where something was said since.
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from participant me
      where me.agency_id = ${agencyId} and me.person_id = ${personId} and me.left_at is null
        and case when (select n.newest from conversation_newest n
            where n.agency_id = me.agency_id and n.conversation_id = me.conversation_id) > first_id_at(me.seen_at)
          then (select true from message m where ${sinceSeen} limit 1) end limit ${sql.lit(mostCounted)}) s`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
