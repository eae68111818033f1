import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import {
  type PolicyId,
  type PolicyTable,
  type PolicyVersionTable,
  type SignatureTable,
  selectNewestVersion,
  selectPolicy,
  selectSignature,
} from './queries.ts'
import { mayPublish, maySeeSignatures } from './rules.ts'

/** A policy with its newest version, and the person's own signature on that version if there is one. */
export interface PolicyInForce {
  readonly policy: PolicyTable
  readonly version: PolicyVersionTable
  readonly signature: SignatureTable | undefined
}

/** A policy as any member of the staff may read and sign it. Undefined when there is none in force by that id. */
export async function policyToSign(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<Permitted<'sign', PolicyInForce> | undefined> {
  if (reader.actor.kind !== 'staff') return undefined
  const found = await inForce(reader, policy)
  return found && permit('sign', found)
}

/** A policy, in force or not yet, as those who publish may have it. */
export async function policyToPublish(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<
  Permitted<'publish', { policy: PolicyTable; newest: PolicyVersionTable | undefined }> | undefined
> {
  const id = idFrom<'policy'>(policy)
  if (!id || !(await hasRole(reader, ...mayPublish))) return undefined
  const found = await selectPolicy(reader.db, reader.actor.agencyId, id)
  return found && permit('publish', { policy: found, newest: await newest(reader, id) })
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

const newest = (reader: Reader, id: PolicyId) => selectNewestVersion(reader.db, reader.actor.agencyId, id)

async function inForce(reader: Reader<PersonActor>, policyId: string): Promise<PolicyInForce | undefined> {
  const id = idFrom<'policy'>(policyId)
  if (!id) return undefined
  const { db, actor } = reader
  const [policy, version] = await Promise.all([selectPolicy(db, actor.agencyId, id), newest(reader, id)])
  if (!policy || !version) return undefined
  return { policy, version, signature: await selectSignature(db, actor.agencyId, actor.personId, version.id) }
}
