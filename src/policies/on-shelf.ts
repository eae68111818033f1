import type { MadeOf } from '../clauses/index.ts'
import { idFrom } from '../kit/ids.ts'
import type { Reader } from '../records/index.ts'
import { selectApproval } from './approval/queries.ts'
import { type PolicyTable, type PolicyVersionTable, selectNewestVersion, selectPolicy } from './queries.ts'
import type { PolicyOwnerTable } from './register/queries.ts'
import { ownerOf } from './register/register.ts'

/** A policy with what is in force of it, if anything is, and who owns it, if anybody does. */
export interface OnShelf {
  readonly policy: PolicyTable
  readonly newest: PolicyVersionTable | undefined
  /** What the version in force is made of. Undefined for words alone, and where nothing is in force. */
  readonly madeOf: MadeOf | undefined
  readonly owner: (PolicyOwnerTable & { readonly name: string }) | undefined
}

/** A policy of the reader's agency by its id. Whether the one who asks may have it, the room that asks decides. */
export async function policyOnShelf(reader: Reader, policyId: string): Promise<OnShelf | undefined> {
  const id = idFrom<'policy'>(policyId)
  if (!id) return undefined
  const { db, actor } = reader
  const [policy, newest, owner] = await Promise.all([
    selectPolicy(db, actor.agencyId, id),
    selectNewestVersion(db, actor.agencyId, id),
    ownerOf(reader, id),
  ])
  if (!policy) return undefined
  const approval = newest && (await selectApproval(db, actor.agencyId, newest.id))
  return { policy, newest, madeOf: approval?.made_of ?? undefined, owner }
}
