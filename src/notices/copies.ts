import { sql } from 'kysely'
import { agreedOver } from '../agreements/index.ts'
import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import { isParentSince } from '../people/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import { type NoticeId, tables } from './tables.ts'

/**
 * Whether a notice n is still for somebody p: a parent or carer only while one of the children is theirs who were in its group
 * when it was written.
 */
const stillFor = sql`(p.kind <> 'parent' or exists (select from notice_member m where m.agency_id = n.agency_id
    and m.group_id = n.group_id and m.added_at <= n.written_at and coalesce(m.until > n.written_at, true)
    and ${isParentSince({ agencyId: sql`m.agency_id`, parentId: sql`p.id`, childId: sql`m.child_id`, at: sql`n.written_at` })}))`

/** Somebody who was given their copy now, or is not given it and why. */
export interface Taken {
  readonly person_id: PersonId
  readonly why_not: 'not-agreed' | 'left' | null
}

/**
 * Some who have not been given their copy, held until this transaction ends: two processes share them out. Whoever has left or is
 * no parent or carer of anybody it is about any more, and a child over whose way contact is not agreed to today, is given none. One statement, however many they are.
 */
export async function takeToGive(
  db: Db,
  agencyId: AgencyId,
  notice: NoticeId,
  about: { readonly at: Date; readonly day: CalendarDay; readonly limit: number },
): Promise<Taken[]> {
  const agreed = agreedOver({
    agencyId: sql`p.agency_id`,
    childId: sql`p.id`,
    channel: sql`p.way`,
    day: about.day,
  })
  const { rows } = await sql<Taken>`
    with few as (
      select k.person_id from notice_copy k
      where k.agency_id = ${agencyId} and k.notice_id = ${notice} and k.given_at is null and k.why_not is null
      order by k.person_id limit ${about.limit} for update skip locked),
    judged as materialized (
      select s.person_id, case when p.left_at is not null or not ${stillFor} then 'left'
        when p.kind = 'child' and not ${agreed} then 'not-agreed' end as why_not
      from few s join person p on p.agency_id = ${agencyId} and p.id = s.person_id
      join notice n on n.agency_id = ${agencyId} and n.id = ${notice})
    update notice_copy k set given_at = case when j.why_not is null then ${about.at}::timestamptz end, why_not = j.why_not
    from judged j where k.agency_id = ${agencyId} and k.notice_id = ${notice} and k.person_id = j.person_id
    returning k.person_id, k.why_not`.execute(db)
  return rows
}

/** Somebody's copy: the notice as it is to them. Nothing in it says who else has one. */
export interface OwnCopy {
  readonly notice_id: NoticeId
  readonly subject: string
  readonly body: string
  readonly written_at: Date
  readonly written_by: PersonId
  readonly written_by_name: string
  readonly second_id: PersonId | null
  readonly second_name: string | null
  readonly seen_at: Date | null
  readonly conversation_id: Id<'conversation'> | null
}

/** One of somebody's copies that they have been given and is still for them, or all of them, the newest first. */
export async function selectCopies(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly person: PersonId; readonly notice?: NoticeId },
): Promise<OwnCopy[]> {
  const notice = which.notice ?? null
  const { rows } = await sql<OwnCopy>`
    select k.notice_id, n.subject, n.body, n.written_at, n.written_by, w.name as written_by_name, n.second_id,
      s.name as second_name, k.seen_at, k.conversation_id
    from notice_copy k join notice n on n.agency_id = k.agency_id and n.id = k.notice_id
    join person p on p.agency_id = k.agency_id and p.id = k.person_id
    join person w on w.agency_id = n.agency_id and w.id = n.written_by
    left join person s on s.agency_id = n.agency_id and s.id = n.second_id
    where k.agency_id = ${which.agencyId} and k.person_id = ${which.person} and k.given_at is not null
      and ${stillFor}
      and (${notice}::uuid is null or k.notice_id = ${notice})
    order by n.written_at desc, n.id desc limit 100`.execute(db)
  return rows
}

type Which = { readonly agencyId: AgencyId; readonly person: PersonId; readonly notice: NoticeId }

export async function markCopySeen(db: Db, which: Which, at: Date): Promise<void> {
  await tables(db)
    .updateTable('notice_copy')
    .set({ seen_at: at })
    .where('agency_id', '=', which.agencyId)
    .where('notice_id', '=', which.notice)
    .where('person_id', '=', which.person)
    .where('seen_at', 'is', null)
    .execute()
}

export async function setAnswered(db: Db, which: Which, conversation: Id<'conversation'>): Promise<void> {
  await tables(db)
    .updateTable('notice_copy')
    .set({ conversation_id: conversation })
    .where('agency_id', '=', which.agencyId)
    .where('notice_id', '=', which.notice)
    .where('person_id', '=', which.person)
    .execute()
}

/** The conversation in which they answered, with their copy held until this transaction ends. */
export async function selectAnswered(db: Db, which: Which): Promise<OwnCopy['conversation_id']> {
  const row = await tables(db)
    .selectFrom('notice_copy')
    .select('conversation_id')
    .where('agency_id', '=', which.agencyId)
    .where('notice_id', '=', which.notice)
    .where('person_id', '=', which.person)
    .forUpdate()
    .executeTakeFirst()
  return row?.conversation_id ?? null
}
