import { openDuties, whoOwes } from '../duties/index.ts'
import { withinWorkingDays } from '../kit/working-days/index.ts'
import type { EntryId, Writer } from '../records/index.ts'
import { readersIn } from './casework/access.ts'
import { selectLastOpened } from './casework/queries.ts'
import type { ConcernTable } from './tables.ts'

/**
 * Whoever told of a concern said more: whoever reads it owes a look, and once it was opened, a new answer is owed too, by whoever
 * opened it last. Before that the first look brings it. `inside` is in the vault.
 */
export async function oweForAddition(
  inside: Writer,
  { id, heard_by }: Pick<ConcernTable, 'id' | 'heard_by'>,
  entry: EntryId,
): Promise<void> {
  const { db, actor, now } = inside
  const readers = [...(await readersIn(inside, { id, heard_by }))]
  const about = { kind: 'concern', id }
  await openDuties(inside, 'look-at-concern', readers, about, entry)
  const last = await selectLastOpened(db, actor.agencyId, id)
  if (!last || (await whoOwes(inside, 'answer-reporter', id)).length > 0) return
  const owing = readers.filter(one => one === last.taken_by)
  const due = withinWorkingDays(now, 1)
  await openDuties(inside, 'answer-reporter', owing.length > 0 ? owing : readers, about, entry, due)
}
