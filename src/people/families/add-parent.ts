import { Already, type Permitted, Refused, refuse } from '../../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import { tieFamily } from '../link-family.ts'
import { isNumberShared } from '../person/childs-number.ts'
import { holdAgency, selectPerson } from '../queries.ts'
import type { AddingParent } from './access.ts'
import { type NewParent, parentOf } from './add-family.ts'
import { holdTie, isSharedWithChild } from './queries.ts'

/** Somebody who is here already, by their id; or somebody new. */
export type AddedParent =
  | { readonly is: 'known'; readonly id: PersonId; readonly relationship: string }
  | ({ readonly is: 'new' } & NewParent)

export type AddingRefusal = Refused<'gone'> | Refused<'childs-address'> | Refused<'shared-number'>

/**
 * Adds a parent or carer to a child who is here, from now on; again, where it had ended. They are put in no conversation that there is:
 * new ones have them. Refuses an address or a number that is a child's, as adding a family does.
 */
export async function addParent(
  writer: Writer<PersonActor>,
  found: Permitted<'add-parent', AddingParent>,
  added: AddedParent,
): Promise<Change<PersonId, AddingRefusal>> {
  const { db, actor } = writer
  const { agencyId } = actor
  await holdAgency(db, agencyId)
  const child = await selectPerson(db, agencyId, found.child.id)
  if (!child || child.left_at) return refuse('gone')
  const parentId = await idOf(writer, { ...found, child }, added)
  if (parentId instanceof Refused) return parentId
  const before = await holdTie(db, agencyId, { child: child.id, parent: parentId })
  if (before && !before.until) return new Already(child.id)
  const { relationship } = added
  return (await tieFamily(writer, { childId: child.id, parentId, relationship })).with(child.id)
}

/** Whom it is: somebody who is here; or somebody who is entered now, unless they are here under that name and address. */
async function idOf(
  writer: Writer<PersonActor>,
  { child, parents }: AddingParent,
  added: AddedParent,
): Promise<PersonId | AddingRefusal> {
  const { db, actor } = writer
  const { agencyId } = actor
  const shares = (email: string | null | undefined) =>
    isSharedWithChild(db, agencyId, {
      child: { email: child.email ?? undefined },
      parents: [{ email: email ?? undefined }],
    })
  if (added.is === 'known') {
    const known = parents.some(({ id }) => id === added.id)
    const there = known ? await selectPerson(db, agencyId, added.id) : undefined
    if (!there || there.left_at) return refuse('gone')
    return (await shares(there.email)) ? refuse('childs-address') : added.id
  }
  const { name, email, phone } = added
  if (await shares(email)) return refuse('childs-address')
  // Whoever is new has no id yet, and is none of those that the number is compared with: any other will do.
  const isNew = { id: actor.personId, kind: 'parent' } as const
  if (phone && (await isNumberShared(db, agencyId, { ...isNew, phone }))) return refuse('shared-number')
  return parentOf(writer, { name, email, phone })
}
