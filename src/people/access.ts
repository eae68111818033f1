import type { PersonActor, Reader, Role } from '../records/index.ts'
import { selectStanding } from './queries.ts'

/** What the acting person is at this moment, asked inside the transaction: roles may have ended since the page was opened. */
export async function standing(reader: Reader<PersonActor>): Promise<ReadonlySet<Role>> {
  const { actor, db } = reader
  if (actor.kind !== 'staff') return new Set()
  const { roles, present } = await selectStanding(db, actor.agencyId, actor.personId)
  return new Set(present ? roles : [])
}

export async function hasRole(reader: Reader<PersonActor>, ...wanted: readonly Role[]): Promise<boolean> {
  const has = await standing(reader)
  return wanted.some(role => has.has(role))
}
