import { sql } from 'kysely'
import { type Refused, refuse } from '../../kit/proof.ts'
import type { PersonActor, PersonId, Reader, Recorded, Writer } from '../../records/index.ts'
import { ownKey } from '../access.ts'
import { keyedStaff } from '../keyed-staff.ts'
import type { KeyId, KeyTable } from '../tables.ts'
import { canOpen, heldNow } from './access.ts'
import { askRecovery, endRecovery, putDown } from './ask-recovery.ts'
import { selectOpenRecoveryFor } from './queries.ts'
import type { RecoveryId } from './tables.ts'

/** Somebody whose key is nobody's to use any more: they have left, or have no role left that has one. Two keyholders could open it. */
export interface Former {
  readonly id: PersonId
  readonly name: string
  readonly key_id: KeyId
}

/** Whom the acting person could follow, with a key of their own: those whose key they were not given yet. */
export async function formerKeys(
  reader: Reader<PersonActor>,
): Promise<{ readonly key: KeyTable | undefined; readonly former: readonly Former[] } | undefined> {
  const keeping = await ownKey(reader)
  if (!keeping?.key) return keeping && { key: undefined, former: [] }
  const { key } = keeping
  const { db, actor } = reader
  const keyed = await keyedStaff(reader)
  const { rows } = await sql<Former>`
    select distinct on (p.name, p.id) p.id, p.name, k.id as key_id from sealing_key k
    join person p on p.agency_id = k.agency_id and p.id = k.person_id
    where k.agency_id = ${actor.agencyId} and k.person_id <> ${actor.personId}
      and exists (select from kept_key c where c.agency_id = k.agency_id and c.key_id = k.id)
      and p.id <> all (${[...keyed]}::uuid[])
      and not exists (select from sealing_past o where o.agency_id = k.agency_id and o.key_id = ${key.id} and o.past_id = k.id)
    order by p.name, p.id, k.made_at desc`.execute(db)
  return { key, former: rows }
}

/** Asks two keyholders to give the acting person what the key opened of somebody who cannot hand it over themself. */
export async function askToFollow(
  writer: Writer<PersonActor>,
  own: KeyTable,
  { key_id }: Former,
): Promise<Recorded<RecoveryId> | Refused<'cannot'>> {
  const { db, actor } = writer
  const { key, holders } = await heldNow(writer)
  if (!key || !canOpen({ holders: holders.filter(({ id }) => id !== actor.personId) }))
    return refuse('cannot')
  const before = await selectOpenRecoveryFor(db, actor.agencyId, actor.personId)
  if (before) await endRecovery(writer, before)
  const row = await askRecovery(writer, { key, holders }, { kind: 'key', lostId: key_id, newId: own.id })
  return putDown(writer, 'asked', row)
}
