import { closeDuties, openDuties, tellAtOnce } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  contentOf,
  type EntryId,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import type { KeyId } from '../tables.ts'
import type { Held, RecoveryHere } from './access.ts'
import { recoveryEvidence } from './evidence.ts'
import { holdRecovery, insertRecovery, updateRecovery } from './queries.ts'
import type { RecoveryId, RecoveryTable } from './tables.ts'

type Asked =
  | { readonly kind: 'key'; readonly lostId: KeyId; readonly newId: KeyId }
  | { readonly kind: 'keyholders'; readonly holders: RecoveryTable['holders'] }

/**
 * Puts down what two keyholders are asked, by the acting person and, of a key, for them; `entry` says so. Every keyholder but
 * them owes a look.
 */
export async function askRecovery(
  writer: Writer<PersonActor>,
  { key, holders }: Pick<Held, 'holders'> & { readonly key: NonNullable<Held['key']> },
  asked: Asked,
  entry: EntryId = newEntryId(writer),
): Promise<RecoveryTable> {
  const { db, actor, now } = writer
  const ofKey = asked.kind === 'key' ? asked : undefined
  const row: RecoveryTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    kind: asked.kind,
    recovery_id: key.id,
    lost_id: ofKey?.lostId ?? null,
    new_id: ofKey?.newId ?? null,
    for_id: ofKey ? actor.personId : null,
    holders: asked.kind === 'keyholders' ? asked.holders : null,
    asked_by: actor.personId,
    asked_at: now,
    first_by: null,
    first_at: null,
    second_by: null,
    second_at: null,
    ended_by: null,
    ended_at: null,
    entry_id: entry,
  }
  await insertRecovery(db, row)
  const others = holders.filter(({ id, works }) => works && id !== actor.personId).map(({ id }) => id)
  await openDuties(writer, 'help-recover', others, { kind: 'recovery', id: row.id }, entry)
  tellAtOnce(writer, others)
  return row
}

/** The entry of one step of it. */
export const putDown = (
  writer: Writer<PersonActor>,
  step: 'asked' | 'begun' | 'finished' | 'ended',
  row: RecoveryTable,
): Promise<Recorded<RecoveryId>> =>
  record(
    writer,
    {
      event: `recovery.${step}`,
      about: [
        { kind: 'recovery', id: row.id },
        // Whoever asked stands in each of its entries: by these two the record knows them for one thing's.
        { kind: 'person', id: row.asked_by },
        ...[row.first_by, row.second_by].flatMap(id => (id ? [{ kind: 'person', id }] : [])),
      ],
      cites: [],
      content: contentOf(recoveryEvidence, row),
    },
    { id: row.entry_id, value: row.id },
  )

/** Nothing comes of it: whoever asked has thought better of it, asks anew, or a keyholder says that it is not right. */
export async function endRecovery(
  writer: Writer<PersonActor>,
  recovery: RecoveryTable,
): Promise<Recorded<RecoveryId>> {
  const row: RecoveryTable = {
    ...recovery,
    ended_by: writer.actor.personId,
    ended_at: writer.now,
    entry_id: newEntryId(writer),
  }
  await updateRecovery(writer.db, row)
  await closeDuties(writer, { kind: 'help-recover', aboutId: row.id }, row.entry_id)
  return putDown(writer, 'ended', row)
}

export async function stopRecovery(
  writer: Writer<PersonActor>,
  { recovery, stops }: Permitted<'see-recovery', RecoveryHere>,
): Promise<Recorded<RecoveryId> | Refused<'over'>> {
  const now = await holdRecovery(writer.db, recovery)
  return stops && now && !now.second_at && !now.ended_at ? endRecovery(writer, now) : refuse('over')
}
