import { type ColumnType, type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId, Role } from '../../records/index.ts'
import type { LogoId, Part, Said } from './parts.ts'

export interface OrganisationFactTable {
  agency_id: AgencyId
  id: Id<'organisation-fact'>
  part: Part
  person_id: PersonId | null
  said: ColumnType<Said[Part], string, never>
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}
export interface OrganisationLogoTable {
  agency_id: AgencyId
  id: LogoId
  content: Uint8Array
  hash: Uint8Array
}

export const factTables = (db: Db) =>
  db.withTables<{ organisation_fact: OrganisationFactTable; organisation_logo: OrganisationLogoTable }>()

export interface FactRow {
  readonly part: Part
  readonly person_id: PersonId | null
  readonly said: Said[Part]
}

/** What stands of every part: the newest row of each, and of each person's. */
export async function selectFacts(db: Db, agencyId: AgencyId): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select distinct on (part, person_id) part, person_id, said from organisation_fact
    where agency_id = ${agencyId} order by part, person_id, set_at desc, id desc`.execute(db)
  return rows
}

/** As a part of another room's question: the hours of contact that an agency has said, or null. */
export const contactHoursIn = (agencyId: RawBuilder<AgencyId>): RawBuilder<Said['hours'] | null> => sql`(
    select f.said from organisation_fact f where f.agency_id = ${agencyId} and f.part = 'hours'
    and f.person_id is null order by f.set_at desc, f.id desc limit 1)`

export interface DesignatedRow {
  readonly id: PersonId
  readonly name: string
  readonly role: Role & ('designated-person' | 'deputy-designated-person')
}

/** Who is designated person or deputy now, the designated persons first. Whoever is both is named once. */
export async function selectDesignated(db: Db, agencyId: AgencyId): Promise<DesignatedRow[]> {
  const { rows } = await sql<DesignatedRow>`
    select p.id, p.name, max(g.role) as role from role_grant g
    join person p on p.agency_id = g.agency_id and p.id = g.person_id and p.left_at is null
    where g.agency_id = ${agencyId} and g.ended_at is null
      and g.role in ('designated-person', 'deputy-designated-person')
    group by p.id, p.name order by max(g.role) desc, p.name`.execute(db)
  return rows
}

export function selectLogo(db: Db, agencyId: AgencyId, id: LogoId) {
  return factTables(db)
    .selectFrom('organisation_logo')
    .select(['content', 'hash'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}
