import type { PersonActor, Writer } from '../../records/index.ts'
import { insertPast, selectKeyById } from '../queries.ts'
import { selectKeptOf } from './holder-queries.ts'
import { keptFor, openKept } from './secret.ts'
import type { RecoveryTable } from './tables.ts'

/**
 * Gives somebody back what a lost key opened: what opens it, and all that its person’s other keys opened with, is sealed to
 * the key they have now. Nothing that was sealed to the lost key is touched, however much it is. Says whether anything was there.
 */
export async function giveBack(
  { db, actor, now }: Writer<PersonActor>,
  { lost_id, new_id, for_id }: RecoveryTable,
  secrets: readonly string[],
): Promise<boolean> {
  const fresh = new_id && (await selectKeyById(db, actor.agencyId, new_id))
  if (!lost_id || !fresh || !for_id || fresh.ended_at) return false
  const kept = (await selectKeptOf(db, actor.agencyId, lost_id)).filter(({ key_id }) => key_id !== fresh.id)
  const identities = await openKept(secrets, kept)
  if (identities.length === 0) return false
  await insertPast(db, {
    agency_id: actor.agencyId,
    key_id: fresh.id,
    past_id: lost_id,
    person_id: for_id,
    sealed: await keptFor(fresh.recipient, identities),
    at: now,
  })
  return true
}
