import { sql } from 'kysely'
import type { PersonId, Writer } from '../../records/index.ts'
import { beginWork } from '../link-family.ts'

/**
 * Whoever takes over a leaver's conversation works from then on with the children that it is about, as the leaver did until this
 * moment: only then does it end when their work does. Whoever works with the child already goes on as they were.
 */
export async function followWork(
  writer: Writer,
  work: { readonly from: PersonId; readonly to: PersonId; readonly family: readonly PersonId[] },
): Promise<void> {
  const { agencyId } = writer.actor
  const family = [...work.family]
  const { rows } = await sql<{ childId: PersonId; purpose: string }>`
    select distinct on (l.child_id) l.child_id as "childId", l.purpose from work_link l
    where l.agency_id = ${agencyId} and l.staff_id = ${work.from} and l.until = ${writer.now}
      and (l.child_id = any(${family}::uuid[]) or l.child_id in (select t.child_id from family_tie t
        where t.agency_id = l.agency_id and t.parent_id = any(${family}::uuid[]) and t.until is null))
      and not exists (select from work_link o where o.agency_id = l.agency_id and o.child_id = l.child_id
        and o.staff_id = ${work.to} and o.until is null)
    order by l.child_id, l.since desc`.execute(writer.db)
  for (const { childId, purpose } of rows) await beginWork(writer, { staffId: work.to, childId, purpose })
}
