import { newId } from '../kit/ids.ts'
import { type Refused, refuse } from '../kit/proof.ts'
import { type PersonActor, type Recorded, record, type Writer } from '../records/index.ts'
import { deleteLock, insertLock } from './queries.ts'
import type { KeyTable, LockId, LockTable } from './tables.ts'

/** The secret half of a key, locked in one more way. */
export interface NewLock {
  readonly locked: Uint8Array
  /** Of a passkey: which one, about what it is asked, and what its person calls it. */
  readonly passkey?: { readonly credential: Uint8Array; readonly salt: Uint8Array; readonly name: string }
}

type Change = 'added' | 'removed' | 'changed'

/** That it was, which and when. Nothing of what it opens with. */
const recordLock = (
  writer: Writer<PersonActor>,
  change: Change,
  { id, key_id, kind }: Pick<LockTable, 'id' | 'key_id' | 'kind'>,
): Promise<Recorded<LockId>> =>
  record(
    writer,
    {
      event: `sealing-lock.${change}`,
      about: [
        { kind: 'sealing-lock', id },
        { kind: 'sealing-key', id: key_id },
        { kind: 'person', id: writer.actor.personId },
      ],
      cites: [],
      content: { lock: id, key: key_id, kind, at: writer.now.toISOString() },
    },
    { value: id },
  )

const rowOf = (
  { actor, now }: Writer<PersonActor>,
  key: Pick<KeyTable, 'id'>,
  { locked, passkey }: NewLock,
): LockTable => ({
  agency_id: actor.agencyId,
  id: newId(now.getTime()),
  person_id: actor.personId,
  key_id: key.id,
  kind: passkey ? 'passkey' : 'words',
  locked,
  credential: passkey?.credential ?? null,
  salt: passkey?.salt ?? null,
  name: passkey?.name ?? null,
  added_at: now,
})

/** One more way to unlock one’s own key. */
export async function addLock(
  writer: Writer<PersonActor>,
  key: Pick<KeyTable, 'id'>,
  lock: NewLock,
): Promise<Recorded<LockId>> {
  const row = rowOf(writer, key, lock)
  await insertLock(writer.db, row)
  return recordLock(writer, 'added', row)
}

/** Other words in place of those that unlocked it until now, which open nothing that stands here any more. */
export async function changeWords(
  writer: Writer<PersonActor>,
  key: Pick<KeyTable, 'id'>,
  locks: readonly LockTable[],
  locked: Uint8Array,
): Promise<Recorded<LockId>> {
  const before = locks.find(({ kind }) => kind === 'words')
  if (!before) return addLock(writer, key, { locked })
  const row = rowOf(writer, key, { locked })
  await deleteLock(writer.db, before.agency_id, before.id)
  await insertLock(writer.db, row)
  return recordLock(writer, 'changed', row)
}

/** Takes one way away. Refuses the last: nothing would unlock the key again. */
export async function removeLock(
  writer: Writer<PersonActor>,
  locks: readonly LockTable[],
  lock: LockTable,
): Promise<Recorded<LockId> | Refused<'only-lock'>> {
  if (locks.length < 2) return refuse('only-lock')
  await deleteLock(writer.db, lock.agency_id, lock.id)
  return recordLock(writer, 'removed', lock)
}
