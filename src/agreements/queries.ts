import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import { isParentSince } from '../people/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import { ageByDefault, type Channel } from './rules.ts'
import { type AgeTable, type AgreementTable, type AskTable, tables } from './tables.ts'

/** Whether contact with a child over a channel is agreed to on a day, as a part of a question: the same rule as the database's trigger. */
export const agreedOver = (which: {
  readonly agencyId: RawBuilder<unknown>
  readonly childId: RawBuilder<unknown>
  readonly channel: RawBuilder<unknown>
  readonly day: CalendarDay | RawBuilder<CalendarDay>
}): RawBuilder<boolean> =>
  sql`is_agreed(${which.agencyId}, ${which.childId}, ${which.channel}, array[${which.day}::date])`

export interface SaidRow extends AgreementTable {
  readonly given_by_name: string
  readonly entered_by_name: string | null
  /** Whoever said it is the child, or their parent or carer still. What others said is kept, and stands no longer. */
  readonly counts: boolean
}

/** Everything that was said of contact with a child, the newest first. */
export async function selectSaid(db: Db, agencyId: AgencyId, childId: PersonId): Promise<SaidRow[]> {
  const theirs = isParentSince({
    agencyId: sql`a.agency_id`,
    parentId: sql`a.given_by`,
    childId: sql`a.child_id`,
    at: sql`a.at`,
  })
  const { rows } = await sql<SaidRow>`
    select a.*, g.name as given_by_name, e.name as entered_by_name, a.given_by = a.child_id or ${theirs} as counts
    from agreement a
    join person g on g.agency_id = a.agency_id and g.id = a.given_by
    left join person e on e.agency_id = a.agency_id and e.id = a.entered_by
    where a.agency_id = ${agencyId} and a.child_id = ${childId} order by a.at desc, a.id desc`.execute(db)
  return rows
}

/** Over which of the channels contact with a child is agreed to on a day. */
export async function selectAgreed(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly childId: PersonId; readonly day: CalendarDay },
): Promise<Channel[]> {
  const { agencyId, childId, day } = which
  const agreed = agreedOver({
    agencyId: sql`${agencyId}::uuid`,
    childId: sql`${childId}::uuid`,
    channel: sql`over.channel`,
    day,
  })
  const { rows } = await sql<{ channel: Channel }>`
    select over.channel from unnest(array['web', 'email', 'text', 'call']) with ordinality over (channel, place)
    where ${agreed} order by over.place`.execute(db)
  return rows.map(row => row.channel)
}

/** What was asked of a child's family last, with the name of who asked. */
export async function selectAsk(
  db: Db,
  agencyId: AgencyId,
  childId: PersonId,
): Promise<(AskTable & { asked_by_name: string }) | undefined> {
  const { rows } = await sql<AskTable & { asked_by_name: string }>`
    select a.*, p.name as asked_by_name from agreement_ask a
    join person p on p.agency_id = a.agency_id and p.id = a.asked_by
    where a.agency_id = ${agencyId} and a.child_id = ${childId}
    order by a.asked_at desc, a.id desc limit 1`.execute(db)
  return rows[0]
}

/** From which age somebody agrees for themselves here, and why; undefined where the organisation has said nothing. */
export async function selectAge(
  db: Db,
  agencyId: AgencyId,
): Promise<{ age: number; said: (AgeTable & { set_by_name: string }) | undefined }> {
  const { rows } = await sql<AgeTable & { set_by_name: string }>`
    select a.*, p.name as set_by_name from agreement_age a
    join person p on p.agency_id = a.agency_id and p.id = a.set_by
    where a.agency_id = ${agencyId} order by a.set_at desc, a.id desc limit 1`.execute(db)
  return { age: rows[0]?.age ?? ageByDefault, said: rows[0] }
}

export async function insertAgreements(db: Db, rows: readonly AgreementTable[]): Promise<void> {
  await tables(db)
    .insertInto('agreement')
    .values([...rows])
    .execute()
}

export async function insertAsk(db: Db, row: AskTable): Promise<void> {
  await tables(db).insertInto('agreement_ask').values(row).execute()
}

export async function insertAge(db: Db, row: AgeTable): Promise<void> {
  await tables(db).insertInto('agreement_age').values(row).execute()
}

/** The children whose contact over a channel is agreed to on `day` and no longer on `end`, once each. */
export async function selectEnding(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly day: CalendarDay; readonly end: CalendarDay },
): Promise<PersonId[]> {
  const { agencyId, day, end } = which
  const on = (when: CalendarDay) =>
    agreedOver({ agencyId: sql`s.agency_id`, childId: sql`s.child_id`, channel: sql`s.channel`, day: when })
  const { rows } = await sql<{ child_id: PersonId }>`
    select distinct s.child_id from (select distinct agency_id, child_id, channel from agreement
      where agency_id = ${agencyId} and answer = 'yes' and last_day between ${day}::date and ${end}::date) s
    join person p on p.agency_id = s.agency_id and p.id = s.child_id and p.left_at is null
    where ${on(day)} and not ${on(end)}`.execute(db)
  return rows.map(row => row.child_id)
}
