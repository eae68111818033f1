import { closeDuties } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import { type Refused, refuse } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import type { Held } from './access.ts'
import { recoveryKeyEvidence } from './evidence.ts'
import { insertRecoveryKey, type Nameable } from './holder-queries.ts'
import { holders as count } from './rules.ts'
import { newRecoveryKey } from './secret.ts'
import type { RecoveryKeyId, RecoveryKeyTable } from './tables.ts'

export type NamingRefusal = Refused<'too-few' | 'cannot-hold'>

/** Those of these people who may be named, or why they may not all be. */
export function namedAmong(
  nameable: readonly Nameable[],
  persons: readonly PersonId[],
): readonly Nameable[] | NamingRefusal {
  const ids = new Set(persons)
  if (ids.size < count.least || ids.size > count.most) return refuse('too-few')
  const found = nameable.filter(({ id }) => ids.has(id))
  return found.length === ids.size ? found : refuse('cannot-hold')
}

/**
 * Makes the recovery key that stands from now on, for these keyholders. With `before`, the one that stood until now is opened
 * by it: the acting person and `confirmedBy` have opened that together. Whatever two others had of it is gone.
 */
export async function makeRecoveryKey(
  writer: Writer<PersonActor>,
  holders: readonly Nameable[],
  before?: {
    readonly key: RecoveryKeyTable
    readonly secrets: readonly string[]
    readonly confirmedBy: PersonId
  },
): Promise<Recorded<RecoveryKeyId>> {
  const { db, actor, now } = writer
  const id = newId<'recovery-key'>(now.getTime())
  const made = await newRecoveryKey({ agencyId: actor.agencyId, id }, holders, before?.secrets ?? [])
  const row: RecoveryKeyTable = {
    agency_id: actor.agencyId,
    id,
    recipient: made.recipient,
    previous_id: before?.key.id ?? null,
    previous_sealed: made.previous,
    made_by: actor.personId,
    confirmed_by: before?.confirmedBy ?? null,
    made_at: now,
    entry_id: newEntryId(writer),
  }
  await insertRecoveryKey(db, row, holders, made.pairs)
  await closeDuties(writer, { kind: 'name-keyholders', aboutId: actor.agencyId }, row.entry_id)
  return record(
    writer,
    {
      event: 'recovery-key.made',
      about: [{ kind: 'recovery-key', id }, ...holders.map(one => ({ kind: 'person', id: one.id }))],
      cites: [],
      content: contentOf(recoveryKeyEvidence, row),
    },
    { id: row.entry_id, value: id },
  )
}

/** Names the first keyholders; or others, once no two of those before could open it: what was kept with it stays closed. */
export async function nameKeyholders(
  writer: Writer<PersonActor>,
  { nameable }: Held,
  persons: readonly PersonId[],
): Promise<Recorded<RecoveryKeyId> | NamingRefusal> {
  const named = namedAmong(nameable, persons)
  return 'reason' in named ? named : makeRecoveryKey(writer, named)
}
