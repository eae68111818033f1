import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { keyEvidence } from '../evidence.ts'
import { type MadeKey, storeKey } from '../make-key.ts'
import { endKey } from '../queries.ts'
import type { KeyId, KeyTable } from '../tables.ts'
import { canOpen, heldNow } from './access.ts'
import { askRecovery, endRecovery, putDown } from './ask-recovery.ts'
import { isKept } from './holder-queries.ts'
import { selectOpenRecoveryFor } from './queries.ts'
import type { RecoveryId } from './tables.ts'

/**
 * Ends a person’s key that they cannot unlock any more, and stores a new one in its place: what is sealed from now on they can
 * read at once. Where two keyholders could give back what the old one opened, they are asked to.
 */
export async function loseKey(
  writer: Writer<PersonActor>,
  key: KeyTable,
  made: MadeKey,
): Promise<Recorded<KeyId>> {
  const { db, actor, now } = writer
  const ended: KeyTable = { ...key, ended_at: now, entry_id: newEntryId(writer) }
  await record(
    writer,
    {
      event: 'sealing-key.ended',
      about: [
        { kind: 'sealing-key', id: key.id },
        { kind: 'person', id: actor.personId },
      ],
      cites: [],
      content: contentOf(keyEvidence, ended),
    },
    { id: ended.entry_id },
  )
  await endKey(db, key, { at: now, entry: ended.entry_id })
  const done = await storeKey(writer, made)
  await askBack(writer, key.id, done.value)
  return done
}

/** Asks the keyholders for what a key opened, if two of them could give it back. What was asked for them before ends. Undefined when nobody could. */
export async function askBack(
  writer: Writer<PersonActor>,
  lostId: KeyId,
  newId: KeyId,
): Promise<Recorded<RecoveryId> | undefined> {
  const { db, actor } = writer
  const held = await heldNow(writer)
  const { key } = held
  if (!key || !canOpen({ holders: held.holders.filter(({ id }) => id !== actor.personId) })) return undefined
  if (!(await isKept(db, { agencyId: actor.agencyId, keyId: lostId }))) return undefined
  const before = await selectOpenRecoveryFor(db, actor.agencyId, actor.personId)
  if (before) await endRecovery(writer, before)
  const row = await askRecovery(writer, { key, holders: held.holders }, { kind: 'key', lostId, newId })
  return putDown(writer, 'asked', row)
}
