import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import { type FamilyTieTable, tables } from '../queries.ts'

/** A child who is here now under this name, born on this day or on a day that is not known. */
export function selectChildLike(
  db: Db,
  agencyId: AgencyId,
  child: { readonly name: string; readonly bornOn?: string | undefined },
): Promise<{ id: PersonId } | undefined> {
  return tables(db)
    .selectFrom('person')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'child')
    .where('left_at', 'is', null)
    .where(sql<boolean>`lower(name) = lower(${child.name})`)
    .where(sql<boolean>`born_on is not distinct from ${child.bornOn ?? null}::date`)
    .executeTakeFirst()
}

interface Addressed {
  readonly email?: string | undefined
}

/** Whether an address would be a child's and a parent's at once: among these, or with somebody who is here now. */
export async function isSharedWithChild(
  db: Db,
  agencyId: AgencyId,
  { child, parents }: { readonly child: Addressed; readonly parents: readonly Addressed[] },
): Promise<boolean> {
  const small = ({ email }: Addressed) => email?.toLowerCase() ?? []
  const [own, theirs] = [[child].flatMap(small), parents.flatMap(small)]
  if (own.some(email => theirs.includes(email))) return true
  const { rows } = await sql`select 1 from person where agency_id = ${agencyId} and left_at is null
    and (kind = 'child' and lower(email) = any(${theirs}) or kind = 'parent' and lower(email) = any(${own}))
    limit 1`.execute(db)
  return rows.length > 0
}

/** A parent or carer who is here now under this name and address: of a brother or a sister, say. */
export function selectParentLike(
  db: Db,
  agencyId: AgencyId,
  parent: { readonly name: string; readonly email: string },
): Promise<{ id: PersonId } | undefined> {
  return tables(db)
    .selectFrom('person')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'parent')
    .where('left_at', 'is', null)
    .where(sql<boolean>`lower(name) = lower(${parent.name}) and lower(email) = lower(${parent.email})`)
    .executeTakeFirst()
}

export interface TieRow extends FamilyTieTable {
  readonly child_name: string
  readonly parent_name: string
}

/** Who is or was whose, of a child or of a parent: those of today first, by name. */
export async function selectTies(db: Db, agencyId: AgencyId, personId: PersonId): Promise<TieRow[]> {
  const { rows } = await sql<TieRow>`
    select t.*, c.name as child_name, p.name as parent_name from family_tie t
    join person c on c.agency_id = t.agency_id and c.id = t.child_id and c.left_at is null
    join person p on p.agency_id = t.agency_id and p.id = t.parent_id and p.left_at is null
    where t.agency_id = ${agencyId} and ${personId} in (t.child_id, t.parent_id)
    order by t.until desc nulls first, c.name, p.name`.execute(db)
  return rows
}

/** A tie, held until this transaction ends. */
export const holdTie = (
  db: Db,
  agencyId: AgencyId,
  which: { readonly child: PersonId; readonly parent: PersonId },
): Promise<FamilyTieTable | undefined> =>
  tables(db)
    .selectFrom('family_tie')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('child_id', '=', which.child)
    .where('parent_id', '=', which.parent)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** Parents and carers who are here and are not this child’s, by name, with whose they are or were. */
export async function selectParentsOfOthers(
  db: Db,
  agencyId: AgencyId,
  childId: PersonId,
): Promise<{ id: PersonId; name: string; of: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string; of: string }>`
    select p.id, p.name, coalesce(string_agg(c.name, ', ' order by c.name), '') as of from person p
    left join family_tie t on t.agency_id = p.agency_id and t.parent_id = p.id
    left join person c on c.agency_id = t.agency_id and c.id = t.child_id
    where p.agency_id = ${agencyId} and p.kind = 'parent' and p.left_at is null
      and not exists (select from family_tie own where own.agency_id = p.agency_id and own.parent_id = p.id
        and own.child_id = ${childId} and own.until is null)
    group by p.id, p.name order by p.name, p.id`.execute(db)
  return rows
}
