import { closeDuties, openDuties, tellAtOnce } from '../../duties/index.ts'
import { recipientOf } from '../../kit/age/index.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { withRole } from '../../people/index.ts'
import {
  type EntryId,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  type Writer,
} from '../../records/index.ts'
import type { Unlocked } from '../unlocked.ts'
import type { Held, RecoveryHere } from './access.ts'
import { putDown } from './ask-recovery.ts'
import { giveBack } from './give-back.ts'
import { selectNameable, selectPairs, selectRecoveryKey, selectRecoveryKeyOf } from './holder-queries.ts'
import { makeRecoveryKey, namedAmong } from './make-recovery-key.ts'
import { holdRecovery, insertHalves, selectHalf, updateRecovery } from './queries.ts'
import { halvesOf, inText, withPrevious } from './secret.ts'
import type { RecoveryId, RecoveryTable } from './tables.ts'

export type HelpRefusal = Refused<
  'locked' | 'not-theirs' | 'nothing-opens' | 'cannot-hold' | 'too-few' | 'changed-since'
>

/**
 * Does a keyholder’s part of what two are asked. The first opens, of what they have with each other keyholder, what that one
 * alone can open further; nothing can be read of it. The second opens that, and it is done: never one of them alone, and never
 * for oneself. The database holds the same.
 */
export async function helpRecovery(
  writer: Writer<PersonActor>,
  here: Permitted<'see-recovery', RecoveryHere>,
  unlocked: Unlocked | undefined,
): Promise<Recorded<RecoveryId> | HelpRefusal> {
  if (!here.helps) return refuse('not-theirs')
  if (!unlocked) return refuse('locked')
  const recovery = await holdRecovery(writer.db, here.recovery)
  if (recovery?.first_by !== here.recovery.first_by || recovery.second_at || recovery.ended_at)
    return refuse('changed-since')
  return recovery.first_by
    ? second(writer, { recovery, held: here.held }, unlocked)
    : first(writer, recovery, unlocked)
}

/** Also the first step of asking for other keyholders: whoever asks is one of the two. */
export async function first(
  writer: Writer<PersonActor>,
  recovery: RecoveryTable,
  unlocked: Unlocked,
  entry: EntryId = newEntryId(writer),
): Promise<Recorded<RecoveryId> | HelpRefusal> {
  const { db, actor, now } = writer
  const stands = await selectRecoveryKey(db, actor.agencyId)
  if (!stands) return refuse('changed-since')
  const pairs = await selectPairs(db, {
    agencyId: actor.agencyId,
    recoveryId: stands.id,
    firstId: actor.personId,
  })
  const others = pairs.filter(({ second_id }) => second_id !== recovery.for_id)
  const halves = await halvesOf(others, sealed => unlocked.open(sealed))
  if (halves.length === 0) return refuse('nothing-opens')
  await insertHalves(
    db,
    halves.map(half => ({ agency_id: actor.agencyId, recovery_id: recovery.id, ...half })),
  )
  const row: RecoveryTable = {
    ...recovery,
    first_by: actor.personId,
    first_at: now,
    entry_id: entry,
  }
  await updateRecovery(db, row)
  await closeDuties(writer, { kind: 'help-recover', person: actor.personId, aboutId: row.id }, row.entry_id)
  return putDown(writer, 'begun', row)
}

async function second(
  writer: Writer<PersonActor>,
  { recovery, held }: { readonly recovery: RecoveryTable; readonly held: Held },
  unlocked: Unlocked,
): Promise<Recorded<RecoveryId> | HelpRefusal> {
  const { db, actor, now } = writer
  const half = await selectHalf(db, {
    agencyId: actor.agencyId,
    id: recovery.id,
    personId: actor.personId,
  })
  const opened = half && (await unlocked.open(half.sealed))
  if (!opened || !recovery.first_by) return refuse('nothing-opens')
  const secret = inText(opened)
  const key = await selectRecoveryKeyOf(db, actor.agencyId, await recipientOf(secret))
  if (!key) return refuse('nothing-opens')
  const secrets = await withPrevious(secret, key)
  const row: RecoveryTable = {
    ...recovery,
    second_by: actor.personId,
    second_at: now,
    entry_id: newEntryId(writer),
  }
  await updateRecovery(db, row)
  if (recovery.kind === 'key') {
    if (!(await giveBack(writer, recovery, secrets))) return refuse('nothing-opens')
  }
  // What two of them hold is made anew from what they have just opened, if it is the one that stands.
  const stands = held.key?.id === key.id
  if (recovery.kind === 'keyholders' && !stands) return refuse('changed-since')
  const nameable = await selectNameable(db, actor.agencyId)
  const wanted =
    recovery.kind === 'keyholders'
      ? (recovery.holders ?? [])
      : held.holders.map(({ id }) => id).filter(id => nameable.some(one => one.id === id))
  const named = namedAmong(nameable, wanted)
  if ('reason' in named) {
    if (recovery.kind === 'keyholders') return named
  } else if (stands) await makeRecoveryKey(writer, named, { key, secrets, confirmedBy: recovery.first_by })
  await closeDuties(writer, { kind: 'help-recover', aboutId: row.id }, row.entry_id)
  await tellOf(writer, row)
  return putDown(writer, 'finished', row)
}

/** Both of the two, whoever it was for, and every designated person see who did it. */
async function tellOf(writer: Writer<PersonActor>, row: RecoveryTable): Promise<void> {
  const designated = await withRole(writer, 'designated-person')
  const all = [row.first_by, row.for_id, ...designated].filter(
    (id): id is PersonId => id !== null && id !== writer.actor.personId,
  )
  const told = [...new Set(all)]
  await openDuties(writer, 'see-recovery', told, { kind: 'recovery', id: row.id }, row.entry_id)
  tellAtOnce(writer, told)
}
