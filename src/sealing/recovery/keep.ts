import type { PersonActor, Writer } from '../../records/index.ts'
import type { KeyId } from '../tables.ts'
import { insertKept, isKept, selectRecoveryKey } from './holder-queries.ts'
import { keptFor } from './secret.ts'

/**
 * Keeps what opens a key for the day it is lost, sealed to the recovery key that stands. Done whenever the key is made or
 * unlocked, as nobody has it in hand at any other time. Nothing when there is no recovery key yet, or it is kept already.
 */
export async function keepForRecovery(
  { db, actor, now }: Writer<PersonActor>,
  keyId: KeyId,
  identities: readonly string[],
): Promise<void> {
  const recovery = await selectRecoveryKey(db, actor.agencyId)
  if (!recovery) return
  if (await isKept(db, { agencyId: actor.agencyId, keyId, recoveryId: recovery.id })) return
  await insertKept(db, {
    agency_id: actor.agencyId,
    key_id: keyId,
    recovery_id: recovery.id,
    sealed: await keptFor(recovery.recipient, identities),
    kept_at: now,
  })
}
