import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import type { PersonHere } from '../access.ts'
import { changePerson } from '../person/change-person.ts'
import { holdAgency, selectPerson } from '../queries.ts'
import { type Way, waysOffered } from './ways.ts'

/** Says how somebody of a family is reached from now on. `here` are the ways that the installation has. */
export async function changeWay(
  writer: Writer<PersonActor>,
  found: Permitted<'change-way', Pick<PersonHere, 'person'>>,
  way: Way,
  here: readonly Way[],
): Promise<Change<PersonId, Refused<'not-offered'>>> {
  const { db, actor } = writer
  // The entry holds the whole row: it is read where nobody changes it meanwhile.
  await holdAgency(db, actor.agencyId)
  const person = (await selectPerson(db, actor.agencyId, found.person.id)) ?? found.person
  if (person.way === way) return new Already(person.id)
  if (!waysOffered(here, person).includes(way)) return refuse('not-offered')
  return changePerson(writer, person, { way })
}
