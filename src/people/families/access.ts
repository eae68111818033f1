import { type Permitted, permit } from '../../kit/proof.ts'
import type { PersonActor, PersonId, Reader } from '../../records/index.ts'
import { hasRole } from '../access.ts'
import { selectChoosable } from '../person/queries.ts'
import { mayWork } from '../rules.ts'

/** Who could work with a child that is entered. */
export interface Entering {
  readonly workers: readonly { readonly id: PersonId; readonly name: string }[]
}

/** The right to enter a child with their family: an administrator's. */
export async function familyToAdd(
  reader: Reader<PersonActor>,
): Promise<Permitted<'add-family', Entering> | undefined> {
  if (!(await hasRole(reader, 'administrator'))) return undefined
  const here = await selectChoosable(reader.db, reader.actor.agencyId)
  return permit('add-family', {
    workers: here.filter(({ roles }) => roles.some(role => mayWork.includes(role))),
  })
}
