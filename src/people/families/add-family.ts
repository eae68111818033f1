import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { PersonActor, PersonId, Recorded, Writer } from '../../records/index.ts'
import { addPerson } from '../add-person.ts'
import { beginWork, tieFamily } from '../link-family.ts'
import { holdAgency } from '../queries.ts'
import type { Entering } from './access.ts'
import { isSharedWithChild, selectChildLike, selectParentLike } from './queries.ts'

export interface NewParent {
  readonly name: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly relationship: string
}

export interface NewFamily {
  readonly child: {
    readonly name: string
    readonly bornOn?: string | undefined
    readonly email?: string | undefined
  }
  readonly parents: readonly NewParent[]
  readonly workerId: PersonId
  readonly purpose: string
}

/**
 * Enters a child with their parents and who works with them, all or nothing. A parent who is here already, under the same
 * name and address, is not entered twice. Refuses a child who is here already, a worker who may not work with one, and one address for a child and a
 * parent: who writes to the parent alone would write to the child, with no second adult.
 */
export async function addFamily(
  writer: Writer<PersonActor>,
  { workers }: Permitted<'add-family', Entering>,
  { child, parents, workerId, purpose }: NewFamily,
): Promise<
  Recorded<PersonId> | Refused<'known', PersonId> | Refused<'no-worker'> | Refused<'childs-address'>
> {
  const { db, actor } = writer
  if (!workers.some(({ id }) => id === workerId)) return refuse('no-worker')
  await holdAgency(db, actor.agencyId)
  const known = await selectChildLike(db, actor.agencyId, child)
  if (known) return refuse('known', known.id)
  if (await isSharedWithChild(db, actor.agencyId, { child, parents })) return refuse('childs-address')
  const added = await addPerson(writer, { kind: 'child', ...child })
  for (const { relationship, ...parent } of parents) {
    const parentId = await parentOf(writer, parent)
    await tieFamily(writer, { childId: added.value, parentId, relationship })
  }
  await beginWork(writer, { staffId: workerId, childId: added.value, purpose })
  return added
}

/** A parent or carer as they are entered: whoever is here under this name and address, else somebody new. */
export async function parentOf(
  writer: Writer<PersonActor>,
  { name, email, phone }: Omit<NewParent, 'relationship'>,
): Promise<PersonId> {
  const known = email && (await selectParentLike(writer.db, writer.actor.agencyId, { name, email }))
  return known ? known.id : (await addPerson(writer, { kind: 'parent', name, email, phone })).value
}
