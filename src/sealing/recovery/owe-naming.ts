import { openDuties, whoOwes } from '../../duties/index.ts'
import { Already } from '../../kit/proof.ts'
import { withRole } from '../../people/index.ts'
import { newEntryId, type Recorded, record, type SystemActor, type Writer } from '../../records/index.ts'
import { heldNow } from './access.ts'
import { holders as count } from './rules.ts'

/**
 * Where nobody is named who could give back what a lost key opened, or one of them has left or has another key, senior
 * managers owe the naming, and keyholders who still can owe asking for others. Says how many owe it anew.
 */
export async function oweNaming(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { actor } = writer
  const { key, holders, nameable } = await heldNow(writer)
  const whole = key !== undefined && holders.every(({ works }) => works)
  if (whole || nameable.length < count.least) return new Already(0)
  const working = holders.filter(({ works }) => works).map(({ id }) => id)
  const who = working.length >= 2 ? working : await withRole(writer, 'senior-manager')
  const owing = await whoOwes(writer, 'name-keyholders', actor.agencyId)
  const missing = who.filter(id => !owing.includes(id))
  if (missing.length === 0) return new Already(0)
  const entry = newEntryId(writer)
  await openDuties(writer, 'name-keyholders', missing, { kind: 'agency', id: actor.agencyId }, entry)
  return record(
    writer,
    {
      event: 'keyholders.owed',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: [],
      content: { persons: missing },
    },
    { id: entry, value: missing.length },
  )
}
