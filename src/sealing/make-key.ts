import { closeDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Keeping } from './access.ts'
import { addLock, type NewLock } from './change-lock.ts'
import { keyEvidence } from './evidence.ts'
import { insertKey } from './queries.ts'
import type { KeyId, KeyTable } from './tables.ts'

/** A key that was made a moment ago: the public half, and the secret one as it is locked. */
export interface MadeKey {
  readonly recipient: string
  readonly lock: NewLock
}

/**
 * Keeps a person’s new key: what is sealed to it from now on they can open, with what locks it. Refuses a second one. The
 * secret half is on no record, and nowhere in clear.
 */
export async function makeKey(
  writer: Writer<PersonActor>,
  keeping: Permitted<'keep-key', Keeping>,
  made: MadeKey,
): Promise<Recorded<KeyId> | Refused<'has-one'>> {
  return keeping.key ? refuse('has-one') : storeKey(writer, made)
}

/** Stores it. The caller knows that its person has none now. */
export async function storeKey(writer: Writer<PersonActor>, made: MadeKey): Promise<Recorded<KeyId>> {
  const { db, actor, now } = writer
  const row: KeyTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    person_id: actor.personId,
    recipient: made.recipient,
    made_at: now,
    ended_at: null,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'sealing-key.made',
        about: [
          { kind: 'sealing-key', id: row.id },
          { kind: 'person', id: actor.personId },
        ],
        cites: [],
        content: contentOf(keyEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    insertKey(db, row),
  ])
  await addLock(writer, row, made.lock)
  await closeDuties(
    writer,
    { kind: 'make-sealing-key', person: actor.personId, aboutId: actor.personId },
    row.entry_id,
  )
  return done
}
