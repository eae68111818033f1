import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import { tables } from '../queries.ts'

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
