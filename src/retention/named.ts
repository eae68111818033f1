import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'

export interface Named {
  readonly id: PersonId
  readonly name: string
  readonly kind: 'staff' | 'child' | 'parent'
}

/** Anybody of the agency, whether or not they are here still, by a part of their name: at most 30, but for one. */
export async function selectNamed(
  db: Db,
  about: { readonly agencyId: AgencyId; readonly find: string; readonly but: PersonId },
): Promise<Named[]> {
  const like = `%${about.find.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Named>`
    select p.id, p.name, p.kind from person p
    where p.agency_id = ${about.agencyId} and p.name ilike ${like} and p.id <> ${about.but}
    order by p.name, p.id limit 30`.execute(db)
  return rows
}
