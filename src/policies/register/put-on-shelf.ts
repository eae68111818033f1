import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { staff } from '../../people/index.ts'
import type { PersonActor, Recorded, Writer } from '../../records/index.ts'
import type { Shelf } from '../access.ts'
import { addPolicy } from '../add-policy.ts'
import type { PolicyKind } from '../rules.ts'
import { type OwnerGiven, type OwnerRefusal, setOwner, tooFarOff } from './own-policy.ts'
import type { PolicyOwnerTable } from './queries.ts'

/** Adds a policy to the shelf with its owner and review day. There is one of each expected kind, and any number of others. */
export async function putOnShelf(
  writer: Writer<PersonActor>,
  shelf: Permitted<'add-policy', Shelf>,
  { kind, title, ...owner }: OwnerGiven & { readonly kind: PolicyKind; readonly title: string },
): Promise<Recorded<PolicyOwnerTable> | OwnerRefusal | Refused<'there-already'>> {
  if (kind !== 'other' && shelf.kinds.has(kind)) return refuse('there-already')
  if (!(await staff(writer)).some(member => member.id === owner.owner_id)) return refuse('owner-not-here')
  if (tooFarOff(writer, owner)) return refuse('too-far-off')
  const { value: policy } = await addPolicy(writer, { kind, title })
  return setOwner(writer, policy, { ...owner, reason: 'set', remark: '' })
}
