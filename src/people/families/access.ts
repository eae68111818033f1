import { type Permitted, permit } from '../../kit/proof.ts'
import type { PersonActor, PersonId, Reader } from '../../records/index.ts'
import { hasRole, personTo } from '../access.ts'
import { selectChoosable } from '../person/queries.ts'
import type { PersonTable } from '../queries.ts'
import { mayWork } from '../rules.ts'
import { selectParentsOfOthers, selectTies, type TieRow } from './queries.ts'

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

/** A child's tie to somebody who is to hear of them no longer. */
export interface Untying {
  readonly tie: TieRow
  /** The child has another parent or carer here, who hears of them still. */
  readonly others: readonly TieRow[]
  /** Other children whose parent or carer they are still. */
  readonly children: readonly TieRow[]
}

/** The right to end that somebody hears of a child: of whoever enters families. */
export async function tieToEnd(
  reader: Reader<PersonActor>,
  text: { readonly person: string; readonly parent: string },
): Promise<Permitted<'untie', Untying> | undefined> {
  const found = await personTo(reader, text.person, 'change-family')
  if (found?.person.kind !== 'child') return undefined
  const { db, actor } = reader
  const now = (await selectTies(db, actor.agencyId, found.person.id)).filter(one => !one.until)
  const tie = now.find(one => one.parent_id === text.parent)
  if (!tie) return undefined
  const theirs = (await selectTies(db, actor.agencyId, tie.parent_id)).filter(one => !one.until)
  return permit('untie', {
    tie,
    others: now.filter(one => one !== tie),
    children: theirs.filter(one => one.child_id !== tie.child_id),
  })
}

/** A child who is here, and the parents and carers of others who could be theirs too. */
export interface AddingParent {
  readonly child: PersonTable
  readonly parents: readonly { readonly id: PersonId; readonly name: string; readonly of: string }[]
  /** Who was theirs and is to hear of them no longer. */
  readonly before: readonly TieRow[]
}

/** The right to add a parent or carer to a child who is here: of whoever enters families. */
export async function parentToAdd(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'add-parent', AddingParent> | undefined> {
  const found = await personTo(reader, text, 'add-parent')
  if (!found) return undefined
  const { db, actor } = reader
  const [parents, ties] = await Promise.all([
    selectParentsOfOthers(db, actor.agencyId, found.person.id),
    selectTies(db, actor.agencyId, found.person.id),
  ])
  return permit('add-parent', { child: found.person, parents, before: ties.filter(one => one.until) })
}
