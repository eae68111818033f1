import { newId } from '../kit/ids.ts'
import {
  contentOf,
  newEntryId,
  type PersonId,
  type Recorded,
  type Role,
  record,
  type Writer,
} from '../records/index.ts'
import { personEvidence, roleEvidence } from './evidence.ts'
import { type PersonTable, tables } from './queries.ts'

export interface NewPerson {
  readonly id?: PersonId
  readonly kind: PersonTable['kind']
  readonly name: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly bornOn?: string | undefined
  readonly managerId?: PersonId | undefined
  readonly roles?: readonly Role[]
}

/** Adds a person to the writer's agency, with their roles. The caller's access.ts has decided that the writer may. */
export async function addPerson(writer: Writer, given: NewPerson): Promise<Recorded<PersonId>> {
  const { actor, now, db } = writer
  const entryId = newEntryId(writer)
  const row: PersonTable = {
    agency_id: actor.agencyId,
    id: given.id ?? newId(now.getTime()),
    kind: given.kind,
    name: given.name,
    email: given.email ?? null,
    phone: given.phone ?? null,
    born_on: given.bornOn ?? null,
    manager_id: given.managerId ?? null,
    login_id: null,
    joined_at: now,
    left_at: null,
    way: 'web',
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'person.added',
        about: [{ kind: 'person', id: row.id }],
        cites: [],
        content: contentOf(personEvidence, row),
      },
      { id: entryId, value: row.id },
    ),
    tables(db).insertInto('person').values(row).execute(),
  ])
  for (const role of given.roles ?? []) await grantRole(writer, row.id, role)
  return done
}

/** Gives a person a role from now on. */
export async function grantRole(writer: Writer, personId: PersonId, role: Role): Promise<Recorded<PersonId>> {
  const entryId = newEntryId(writer)
  const row = {
    agency_id: writer.actor.agencyId,
    id: newId<'role-grant'>(writer.now.getTime()),
    person_id: personId,
    role,
    granted_at: writer.now,
    ended_at: null,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'role.granted',
        about: [
          { kind: 'role-grant', id: row.id },
          { kind: 'person', id: personId },
        ],
        cites: [],
        content: contentOf(roleEvidence, row),
      },
      { id: entryId, value: personId },
    ),
    tables(writer.db).insertInto('role_grant').values(row).execute(),
  ])
  return done
}
