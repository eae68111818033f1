import { sql } from 'kysely'
import { type Db, idOfDraft } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import {
  type GroupId,
  type GroupTable,
  type MemberTable,
  type NoticeId,
  type NoticeTable,
  tables,
} from './tables.ts'

export interface GroupRow extends GroupTable {
  readonly made_by_name: string
  readonly members: number
}

/** The groups of these people, or one, by name. */
export async function selectGroups(
  db: Db,
  agencyId: AgencyId,
  which: { readonly people?: readonly PersonId[]; readonly id?: GroupId },
): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select g.*, p.name as made_by_name, (select count(*)::int from notice_member m
        where m.agency_id = g.agency_id and m.group_id = g.id and m.until is null) as members
    from notice_group g join person p on p.agency_id = g.agency_id and p.id = g.made_by
    where g.agency_id = ${agencyId} and (${which.id ?? null}::uuid is null or g.id = ${which.id ?? null})
      and (${which.people === undefined} or g.made_by = any(${[...(which.people ?? [])]}::uuid[]))
    order by g.name, g.id`.execute(db)
  return rows
}

export interface MemberRow extends MemberTable {
  readonly name: string
}

/** Who is in a group now, by name. */
export async function selectMembers(db: Db, agencyId: AgencyId, id: GroupId): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.*, p.name from notice_member m join person p on p.agency_id = m.agency_id and p.id = m.child_id
    where m.agency_id = ${agencyId} and m.group_id = ${id} and m.until is null order by p.name, m.id`.execute(
    db,
  )
  return rows
}

export interface NoticeRow extends NoticeTable {
  readonly group_name: string
  readonly written_by_name: string
  readonly second_name: string | null
  readonly given: number
  readonly seen: number
  readonly answered: number
  /** Children who were not given it, because nobody agrees to contact in the way they are reached; and who have left since. */
  readonly not_agreed: number
  readonly gone: number
  /** Those whose letter or text was under way, and of whom nobody knows whether it arrived, as of when it was begun. */
  readonly under_way: readonly string[] | null
  /** Those who were given theirs, were sent no letter or text about it and have not looked, as of when they were given it. */
  readonly untold: readonly string[] | null
}

const noticeColumns = sql`n.*, g.name as group_name, w.name as written_by_name, s.name as second_name, c.given, c.seen, c.answered, c.not_agreed, c.gone, c.under_way, c.untold`
const noticeJoined = sql`notice n
  join notice_group g on g.agency_id = n.agency_id and g.id = n.group_id
  join person w on w.agency_id = n.agency_id and w.id = n.written_by
  left join person s on s.agency_id = n.agency_id and s.id = n.second_id
  cross join lateral (select count(k.given_at)::int as given, count(k.seen_at)::int as seen,
      count(k.conversation_id)::int as answered,
      count(*) filter (where k.why_not = 'not-agreed')::int as not_agreed,
      count(*) filter (where k.why_not = 'left')::int as gone,
      json_agg(k.claimed_at) filter (where k.claimed_at is not null and k.handed_at is null) as under_way,
      json_agg(k.given_at) filter (where k.given_at is not null and k.claimed_at is null and k.seen_at is null) as untold
    from notice_copy k where k.agency_id = n.agency_id and k.notice_id = n.id) c`

export async function selectNotice(db: Db, agencyId: AgencyId, id: NoticeId): Promise<NoticeRow | undefined> {
  const { rows } = await sql<NoticeRow>`
    select ${noticeColumns} from ${noticeJoined} where n.agency_id = ${agencyId} and n.id = ${id}`.execute(db)
  return rows[0]
}

/** The newest notices to a group. */
export async function selectNotices(db: Db, agencyId: AgencyId, group: GroupId): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select ${noticeColumns} from ${noticeJoined} where n.agency_id = ${agencyId} and n.group_id = ${group}
    order by n.written_at desc, n.id desc limit 100`.execute(db)
  return rows
}

/** What the same page of the same person has sent already. */
export const selectWritten = (
  db: Db,
  agencyId: AgencyId,
  person: PersonId,
  key: Id<'draft'>,
): Promise<NoticeId | undefined> =>
  idOfDraft(db, { table: 'notice', by: 'written_by' }, { agencyId, person, key })

export async function insertGroup(db: Db, row: GroupTable): Promise<void> {
  await tables(db).insertInto('notice_group').values(row).execute()
}

/** A group is somebody else's from now on. */
export async function setMadeBy(db: Db, row: GroupTable): Promise<void> {
  await tables(db)
    .updateTable('notice_group')
    .set({ made_by: row.made_by, entry_id: row.entry_id })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertMembers(db: Db, rows: readonly MemberTable[]): Promise<void> {
  if (rows.length === 0) return
  await tables(db)
    .insertInto('notice_member')
    .values([...rows])
    .execute()
}

export async function endMember(db: Db, row: MemberTable): Promise<void> {
  await tables(db)
    .updateTable('notice_member')
    .set({ until: row.until, entry_id: row.entry_id })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.id)
    .where('until', 'is', null)
    .execute()
}

/** A notice with a copy for everybody it is for, in two statements however many they are. */
export async function insertNotice(db: Db, row: NoticeTable): Promise<void> {
  await tables(db)
    .insertInto('notice')
    .values({ ...row, recipients: [...row.recipients] })
    .execute()
  await sql`insert into notice_copy (agency_id, notice_id, person_id)
    select ${row.agency_id}, ${row.id}, who from unnest(${[...row.recipients]}::uuid[]) who`.execute(db)
}
