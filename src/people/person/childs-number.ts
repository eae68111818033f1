import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import { Already } from '../../kit/proof.ts'
import type { AgencyId, PersonId, Recorded, Writer } from '../../records/index.ts'
import { holdAgency, selectPerson } from '../queries.ts'
import { changePerson } from './change-person.ts'

/**
 * Whether a number would be a child’s and somebody else’s of a family at once: who texts or calls the one would reach the other,
 * with no second adult. Numbers are compared as the whole world writes them.
 */
export async function isNumberShared(
  db: Db,
  agencyId: AgencyId,
  about: { readonly id: PersonId; readonly kind: 'staff' | 'child' | 'parent'; readonly phone: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from person p where p.agency_id = ${agencyId} and p.left_at is null
    and p.kind <> 'staff' and p.phone is not null and p.id <> ${about.id}
    and e164(p.phone) = e164(${about.phone}) and (p.kind = 'child' or ${about.kind === 'child'}) limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** The children whose number is entered and who are here. */
export async function childrenWithNumber(db: Db, agencyId: AgencyId): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`select id from person where agency_id = ${agencyId}
    and kind = 'child' and phone is not null and left_at is null order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** A child’s number is held no longer: nobody agrees to texts or calls any more. They are reached by the page, where it was texts. */
export async function forgetNumber(
  writer: Writer,
  id: PersonId,
): Promise<Recorded<PersonId> | Already<PersonId>> {
  const { db, actor } = writer
  await holdAgency(db, actor.agencyId)
  const child = await selectPerson(db, actor.agencyId, id)
  if (!child?.phone || child.kind !== 'child') return new Already(id)
  return changePerson(writer, child, { phone: null, ...(child.way === 'text' ? { way: 'web' } : {}) })
}
