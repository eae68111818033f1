import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import { type NoticeId, tables } from './tables.ts'

/** Some who have not been given their copy, held until this transaction ends: two processes share them out. */
export async function takeToGive(
  db: Db,
  agencyId: AgencyId,
  notice: NoticeId,
  about: { readonly at: Date; readonly limit: number },
): Promise<PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    update notice_copy set given_at = ${about.at}
    where agency_id = ${agencyId} and notice_id = ${notice} and person_id in (
      select person_id from notice_copy
      where agency_id = ${agencyId} and notice_id = ${notice} and given_at is null
      order by person_id limit ${about.limit} for update skip locked)
    returning person_id`.execute(db)
  return rows.map(({ person_id }) => person_id)
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

/** One of somebody's copies, or all that they have been given, the newest first. */
export async function selectCopies(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly person: PersonId; readonly notice?: NoticeId },
): Promise<OwnCopy[]> {
  const notice = which.notice ?? null
  const { rows } = await sql<OwnCopy>`
    select k.notice_id, n.subject, n.body, n.written_at, n.written_by, w.name as written_by_name, n.second_id,
      s.name as second_name, k.seen_at, k.conversation_id
    from notice_copy k join notice n on n.agency_id = k.agency_id and n.id = k.notice_id
    join person w on w.agency_id = n.agency_id and w.id = n.written_by
    left join person s on s.agency_id = n.agency_id and s.id = n.second_id
    where k.agency_id = ${which.agencyId} and k.person_id = ${which.person}
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
