import { type RawBuilder, sql } from 'kysely'
import { dayAt } from '../guidance/index.ts'
import type { AgencyId, PersonId, Reader } from '../records/index.ts'
import { awayUntil } from './away/queries.ts'
import { mayManage } from './rules.ts'

export interface ChildOfWork {
  readonly id: PersonId
  readonly name: string
  readonly purpose: string
  readonly parents: readonly { readonly id: PersonId; readonly name: string; readonly relationship: string }[]
}

/**
 * The children a member of staff works with now, each with their parents and carers. Of several of the staff, a child is
 * there once for each kind of work.
 */
export async function childrenOf(
  reader: Reader,
  staffIds: PersonId | readonly PersonId[],
): Promise<readonly ChildOfWork[]> {
  const { rows } = await sql<ChildOfWork>`
    select c.id, c.name, l.purpose, coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name,
          'relationship', t.relationship) order by p.name)
        from family_tie t join person p on p.agency_id = t.agency_id and p.id = t.parent_id and p.left_at is null
        where t.agency_id = c.agency_id and t.child_id = c.id and t.until is null), '[]') as parents
    from work_link l join person c on c.agency_id = l.agency_id and c.id = l.child_id and c.left_at is null
    where l.agency_id = ${reader.actor.agencyId} and l.staff_id = any(${[staffIds].flat()}::uuid[])
      and l.until is null
    order by c.name`.execute(reader.db)
  return rows
}

/** The staff who work now with this child, or with this parent's children. */
export async function workersOf(
  reader: Reader,
  familyId: PersonId,
): Promise<readonly { id: PersonId; name: string; purpose: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string; purpose: string }>`
    select distinct s.id, s.name, l.purpose from work_link l
    join person s on s.agency_id = l.agency_id and s.id = l.staff_id and s.left_at is null
    where l.agency_id = ${reader.actor.agencyId} and l.until is null and (l.child_id = ${familyId}
      or l.child_id in (select t.child_id from family_tie t
        where t.agency_id = l.agency_id and t.parent_id = ${familyId} and t.until is null))
    order by s.name`.execute(reader.db)
  return rows
}

/**
 * Whether somebody worked with one of these people of a family, or with their children, and works with none of them now.
 * False for somebody who never did: they were given the conversation by a leaver whose work had ended before.
 */
export async function workHasEnded(
  reader: Reader,
  staffId: PersonId,
  family: readonly PersonId[],
): Promise<boolean> {
  const { agencyId } = reader.actor
  const all = [...family]
  const { rows } = await sql<{ ended: boolean }>`select coalesce((
    select bool_or(l.until is null) is false from work_link l
    where l.agency_id = ${agencyId} and l.staff_id = ${staffId}
      and (l.child_id = any(${all}::uuid[]) or l.child_id in (select t.child_id from family_tie t
        where t.agency_id = l.agency_id and t.parent_id = any(${all}::uuid[])))), false) as ended`.execute(
    reader.db,
  )
  return rows[0]?.ended ?? false
}

/** Whether somebody works or has ever worked with a child, as a part of another room's question. */
export const everWorkedWith = (of: {
  readonly agencyId: RawBuilder<AgencyId>
  readonly staffId: RawBuilder<PersonId>
  readonly childId: PersonId
}): RawBuilder<boolean> => sql`exists (select from work_link l
        where l.agency_id = ${of.agencyId} and l.staff_id = ${of.staffId} and l.child_id = ${of.childId})`

/** Whether somebody is a child's parent or carer, and has been since before a moment, as a part of another room's question. */
export const isParentSince = (of: {
  readonly agencyId: RawBuilder<AgencyId>
  readonly parentId: RawBuilder<PersonId>
  readonly childId: RawBuilder<PersonId>
  readonly at: RawBuilder<Date>
}): RawBuilder<boolean> => sql`exists (select from family_tie t where t.agency_id = ${of.agencyId}
        and t.parent_id = ${of.parentId} and t.child_id = ${of.childId} and t.until is null and t.since <= ${of.at})`

/**
 * Whether somebody's work with anybody has ended, as a part of another room's question: only then is there anything to ask
 * workHasEnded.
 */
export const hasEndedWork = (of: {
  readonly agencyId: RawBuilder<AgencyId>
  readonly staffId: RawBuilder<PersonId>
}): RawBuilder<boolean> => sql`exists (select from work_link l
        where l.agency_id = ${of.agencyId} and l.staff_id = ${of.staffId} and l.until is not null)`

/**
 * Who stands beside a worker when a child is in the conversation: their manager if one with such a role is here, else a
 * designated person, else a deputy or senior manager. Never the worker themself, nor somebody who is away today or is `not` to
 * be it; and somebody who has never come in, and so can read nothing, only where nobody else is left. Undefined when the agency
 * has nobody.
 */
export async function secondAdultFor(
  reader: Reader,
  workerId: PersonId | null,
  not: readonly PersonId[] = [],
): Promise<PersonId | undefined> {
  const day = dayAt(reader.now)
  const { rows } = await sql<{ id: PersonId }>`
    select p.id from person p
    join role_grant g on g.agency_id = p.agency_id and g.person_id = p.id and g.ended_at is null
    left join person w on w.agency_id = p.agency_id and w.id = ${workerId}::uuid
    where p.agency_id = ${reader.actor.agencyId} and p.kind = 'staff' and p.left_at is null and p.id is distinct from ${workerId}::uuid
      and p.id <> all(${[...not]}::uuid[])
      and ${awayUntil({ agencyId: sql`p.agency_id`, personId: sql`p.id`, day })} is null
      and (g.role in ('designated-person', 'deputy-designated-person', 'senior-manager')
        or p.id = w.manager_id and g.role = any(${[...mayManage]}))
    order by p.login_id is null, p.id = w.manager_id desc nulls last,
      array_position(array['designated-person', 'deputy-designated-person', 'senior-manager'], g.role)
    limit 1`.execute(reader.db)
  return rows[0]?.id
}
