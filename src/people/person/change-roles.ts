import { askAnew, type WhomNow } from '../../duties/index.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  type Role,
  record,
  type Writer,
} from '../../records/index.ts'
import type { PersonHere } from '../access.ts'
import { grantRole } from '../add-person.ts'
import { roleEvidence } from '../evidence.ts'
import { holdAgency, type RoleGrantTable, selectAgency, tables } from '../queries.ts'
import { mayManage, neverWithout, rolesOf } from '../rules.ts'
import { selectGrants, someoneElseHas } from './queries.ts'

export interface RoleChange {
  readonly role: Role
  readonly change: 'give' | 'end'
}

export type RoleRefusal =
  | Refused<'not-here', Role>
  | Refused<'last-of-role', { readonly name: string; readonly role: Role }>
  | Refused<'only-role', string>

/**
 * Gives somebody a role, or ends one. Refuses a role that this kind of agency does not have; to end the last
 * administrator's or designated person's; and to end somebody's only role, which is leaving. What opened to them by a role
 * that ends is asked anew of whom it would be asked today.
 */
export async function changeRole(
  writer: Writer<PersonActor>,
  { person }: Permitted<'change-roles', PersonHere>,
  { role, change }: RoleChange,
  whomNow: WhomNow,
): Promise<Change<PersonId, RoleRefusal>> {
  const { db, actor } = writer
  await holdAgency(db, actor.agencyId)
  const grants = await selectGrants(db, actor.agencyId, person.id)
  const grant = grants.find(one => one.role === role)
  if (change === 'give') {
    if (grant) return new Already(person.id)
    const { kind } = await selectAgency(db, actor.agencyId)
    return rolesOf[kind].includes(role) ? grantRole(writer, person.id, role) : refuse('not-here', role)
  }
  if (!grant) return new Already(person.id)
  if (grants.length === 1) return refuse('only-role', person.name)
  const last = await lastOf(writer, person.id, [grant])
  if (last) return refuse('last-of-role', { name: person.name, role: last })
  const ended = await endRole(writer, grant)
  if (mayManage.includes(role)) await askAnew(writer, person.id, whomNow, ended.entryId)
  return ended
}

/** The first of these roles that the agency may not be without and that nobody else has. The caller holds the agency. */
export async function lastOf(
  { db, actor }: Writer,
  personId: PersonId,
  grants: readonly RoleGrantTable[],
): Promise<Role | undefined> {
  for (const { role } of grants) {
    if (!neverWithout.includes(role)) continue
    if (!(await someoneElseHas(db, actor.agencyId, role, personId))) return role
  }
  return undefined
}

export async function endRole(writer: Writer, grant: RoleGrantTable): Promise<Recorded<PersonId>> {
  const entryId = newEntryId(writer)
  const ended = { ...grant, ended_at: writer.now, entry_id: entryId }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'role.ended',
        about: [
          { kind: 'role-grant', id: grant.id },
          { kind: 'person', id: grant.person_id },
        ],
        cites: [],
        content: contentOf(roleEvidence, ended),
      },
      { id: entryId, value: grant.person_id },
    ),
    tables(writer.db)
      .updateTable('role_grant')
      .set({ ended_at: ended.ended_at, entry_id: entryId })
      .where('agency_id', '=', grant.agency_id)
      .where('id', '=', grant.id)
      .execute(),
  ])
  return done
}
