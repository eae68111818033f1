import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { selectKey, selectLocks } from './queries.ts'
import { mayHaveKey } from './rules.ts'
import type { KeyTable, LockTable } from './tables.ts'

/** Whoever may have a key of their own: with the one they have, if they have one. */
export interface Keeping {
  readonly key: KeyTable | undefined
  readonly locks: readonly LockTable[]
}

/** Leave to make and keep a key of one's own. Nobody has leave to anybody else’s. */
export async function ownKey(
  reader: Reader<PersonActor>,
): Promise<Permitted<'keep-key', Keeping> | undefined> {
  const { actor, db } = reader
  if (actor.kind !== 'staff' || !(await hasRole(reader, ...mayHaveKey))) return undefined
  const key = await selectKey(db, actor)
  return permit('keep-key', { key, locks: key ? await selectLocks(db, actor.agencyId, key.id) : [] })
}
