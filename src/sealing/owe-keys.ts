import { closeDuties, openDuties, owedOf } from '../duties/index.ts'
import { Already } from '../kit/proof.ts'
import { newEntryId, type Recorded, record, type SystemActor, type Writer } from '../records/index.ts'
import { keyedStaff } from './keyed-staff.ts'
import { recipientsOf } from './recipients.ts'

/**
 * Whoever has a role that reads what is sealed, and no key, owes making one; whoever has such a role no longer owes nothing.
 * Says how many owe it anew.
 */
export async function oweKeys(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { actor } = writer
  const [staff, owed] = [await keyedStaff(writer), await owedOf(writer, 'make-sealing-key')]
  const has = await recipientsOf(writer, staff)
  const owing = new Set(owed.map(({ personId }) => personId))
  const missing = staff.filter(id => !has.has(id) && !owing.has(id))
  const over = [...owing].filter(id => !staff.includes(id))
  if (missing.length + over.length === 0) return new Already(0)
  const entry = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'sealing-keys.owed',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: [],
      content: { persons: missing, over },
    },
    { id: entry, value: missing.length },
  )
  for (const id of missing) await openDuties(writer, 'make-sealing-key', [id], { kind: 'person', id }, entry)
  for (const id of over)
    await closeDuties(writer, { kind: 'make-sealing-key', person: id, aboutId: id }, entry)
  return done
}
