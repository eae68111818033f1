import { openDuties } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import {
  type EntryId,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Writer,
} from '../../records/index.ts'
import { sealFor, type Unlocked } from '../../sealing/index.ts'
import { recordReader } from '../casework/let-in.ts'
import { insertReader } from '../casework/queries.ts'
import type { ReaderTable } from '../tables.ts'
import type { ToFollow } from './queries.ts'

/**
 * Somebody comes to read a concern after another: what opens it is opened with the acting person's key and sealed to them. One
 * that is open they are to read. Says whether it opened: a key that was lost since opens no more. `inside` is
 * in the vault.
 */
export async function letFollow(
  inside: Writer<PersonActor>,
  about: {
    readonly one: ToFollow
    readonly to: PersonId
    readonly recipient: string
    readonly unlocked: Unlocked
    readonly entry: EntryId
    readonly why: 'handed-over' | 'recovered'
  },
): Promise<boolean> {
  const { one, to, recipient, unlocked, entry, why } = about
  const identity = await openedBy(unlocked, one.keys)
  if (!identity) return false
  const { db, actor, now } = inside
  const row: ReaderTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    concern_id: one.id,
    person_id: to,
    why,
    let_in_by: why === 'recovered' ? null : actor.personId,
    since: now,
    key: await sealFor([recipient], identity),
    entry_id: newEntryId(inside),
  }
  await insertReader(db, row)
  await recordReader(inside, row)
  if (one.open) await openDuties(inside, 'read-concern', [to], { kind: 'concern', id: one.id }, entry)
  return true
}

async function openedBy(unlocked: Unlocked, keys: readonly Uint8Array[]): Promise<Uint8Array | undefined> {
  for (const key of keys) {
    const identity = await unlocked.open(key)
    if (identity) return identity
  }
  return undefined
}
