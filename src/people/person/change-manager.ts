import { askAnew, type WhomNow } from '../../duties/index.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import type { PersonHere } from '../access.ts'
import { selectLine } from '../line-queries.ts'
import { holdAgency, selectPerson } from '../queries.ts'
import { changePerson } from './change-person.ts'

/**
 * Says who somebody answers to from now on: somebody who is here, or nobody. Refuses a line of managers that would lead back to itself.
 * What was asked of the manager before because of them is asked anew, as it may open to that manager no longer.
 */
export async function changeManager(
  writer: Writer<PersonActor>,
  { person }: Permitted<'change-manager', PersonHere>,
  managerId: PersonId | undefined,
  whomNow: WhomNow,
): Promise<Change<PersonId, Refused<'circle', { name: string; manager: string }> | Refused<'gone'>>> {
  const { db, actor } = writer
  await holdAgency(db, actor.agencyId)
  const now = await selectPerson(db, actor.agencyId, person.id)
  if (!now || now.manager_id === (managerId ?? null)) return new Already(person.id)
  if (managerId) {
    const manager = await selectPerson(db, actor.agencyId, managerId)
    if (manager?.kind !== 'staff' || manager.left_at) return refuse('gone')
    const below = await selectLine(db, actor.agencyId, person.id)
    if (managerId === person.id || below.includes(managerId))
      return refuse('circle', { name: person.name, manager: manager.name })
  }
  const changed = await changePerson(writer, now, { manager_id: managerId ?? null })
  if (now.manager_id) await askAnew(writer, now.manager_id, whomNow, changed.entryId)
  return changed
}
