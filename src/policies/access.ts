import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { selectNumbered } from './difference/queries.ts'
import {
  type PolicyId,
  type PolicyTable,
  type PolicyVersionTable,
  type SignatureTable,
  selectNewestVersion,
  selectPolicy,
  selectSignature,
} from './queries.ts'
import { type PolicyOwnerTable, selectOwner, selectRegister } from './register/queries.ts'
import { mayPublish, maySeeSignatures, type PolicyKind } from './rules.ts'

/** A policy with its newest version, and the person's own signature on that version if there is one. */
export interface PolicyInForce {
  readonly policy: PolicyTable
  readonly version: PolicyVersionTable
  readonly signature: SignatureTable | undefined
}

/** A policy as everybody on the staff may read and sign it. Undefined when there is none in force by that id. */
export async function policyToSign(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<Permitted<'sign', PolicyInForce> | undefined> {
  if (reader.actor.kind !== 'staff') return undefined
  const found = await inForce(reader, policy)
  return found && permit('sign', found)
}

/** One version of a policy, with the one before it and the number of the newest. */
export interface VersionRead {
  readonly policy: PolicyTable
  readonly version: PolicyVersionTable
  readonly before: PolicyVersionTable | undefined
  readonly newest: number
}

/** A version of a policy, as everybody on the staff may read it, whether or not it is in force. */
export async function versionToRead(
  reader: Reader<PersonActor>,
  policyId: string,
  typed: string,
): Promise<Permitted<'read', VersionRead> | undefined> {
  const { db, actor } = reader
  const found = actor.kind === 'staff' ? await inForce(reader, policyId) : undefined
  if (!found || !/^[1-9]\d{0,5}$/.test(typed)) return undefined
  const numbered = (number: number) => selectNumbered(db, actor.agencyId, found.policy.id, number)
  const [version, before] = await Promise.all([numbered(Number(typed)), numbered(Number(typed) - 1)])
  const { policy } = found
  return version && permit('read', { policy, version, before, newest: found.version.number })
}

/** A policy, in force or not yet, as those who say who owns it and when it is reviewed may have it. */
export async function policyToOwn(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<Permitted<'own', { policy: PolicyTable }> | undefined> {
  const id = idFrom<'policy'>(policy)
  if (!id || !(await hasRole(reader, ...mayPublish))) return undefined
  const found = await selectPolicy(reader.db, reader.actor.agencyId, id)
  return found && permit('own', { policy: found })
}

/** A policy whose signatures the person may see. Which people's, the verb narrows to those they answer for. */
export async function policyToFollow(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<Permitted<'follow', PolicyInForce> | undefined> {
  if (!(await hasRole(reader, ...maySeeSignatures))) return undefined
  const found = await inForce(reader, policy)
  return found && permit('follow', found)
}

/** The kinds of policy that stand on the shelf. */
export interface Shelf {
  readonly kinds: ReadonlySet<PolicyKind>
}

/** The agency's shelf, for those who may add a policy to it. */
export async function shelfToAddTo(
  reader: Reader<PersonActor>,
): Promise<Permitted<'add-policy', Shelf> | undefined> {
  if (!(await hasRole(reader, ...mayPublish))) return undefined
  const rows = await selectRegister(reader.db, reader.actor.agencyId)
  return permit('add-policy', { kinds: new Set(rows.map(row => row.kind)) })
}

/** A policy in force that has an owner, with its text. */
export interface PolicyToReview {
  readonly policy: PolicyTable
  readonly newest: PolicyVersionTable
  readonly owner: PolicyOwnerTable
}

/** A policy as its owner may review it, and those who publish. Undefined where nobody owns it yet. */
export async function policyToReview(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<Permitted<'review', PolicyToReview> | undefined> {
  const found = reader.actor.kind === 'staff' ? await inForce(reader, policy) : undefined
  const owner = found && (await selectOwner(reader.db, reader.actor.agencyId, found.policy.id))
  if (!owner) return undefined
  const may = owner.owner_id === reader.actor.personId || (await hasRole(reader, ...mayPublish))
  return may ? permit('review', { policy: found.policy, newest: found.version, owner }) : undefined
}

const newest = (reader: Reader, id: PolicyId) => selectNewestVersion(reader.db, reader.actor.agencyId, id)

async function inForce(reader: Reader<PersonActor>, policyId: string): Promise<PolicyInForce | undefined> {
  const id = idFrom<'policy'>(policyId)
  if (!id) return undefined
  const { db, actor } = reader
  const [policy, version] = await Promise.all([selectPolicy(db, actor.agencyId, id), newest(reader, id)])
  if (!policy || !version) return undefined
  return { policy, version, signature: await selectSignature(db, actor.agencyId, actor.personId, version.id) }
}
