import { newId } from '../kit/ids.ts'
import type { EntryId, PersonId, Reader, Writer } from '../records/index.ts'
import { closeDutiesOfPerson, insertDuties, selectOpenDuties } from './queries.ts'
import { type DutyKind, dutyRules, nextStep } from './rules.ts'

const passes = (kind: DutyKind): boolean => dutyRules[kind].onLeaving === 'passes'

/** What a person owes that would pass to another if they left. */
export async function heldDuties(
  reader: Reader,
  personId: PersonId,
): Promise<readonly { id: string; name: string }[]> {
  const rows = await selectOpenDuties(reader.db, reader.actor.agencyId, personId)
  return rows.filter(({ kind }) => passes(kind)).map(({ id, kind }) => ({ id, name: dutyRules[kind].title }))
}

/**
 * Closes everything a leaver owes. What passes is opened for `to`, due when it was due: a duty that was late is late.
 * Without `to`, nothing may be left that passes.
 */
export async function handOverDuties(
  writer: Writer,
  { from, to }: { readonly from: PersonId; readonly to?: PersonId },
  entry: EntryId,
): Promise<void> {
  const { db, actor, now } = writer
  const rows = await selectOpenDuties(db, actor.agencyId, from)
  const passing = rows.filter(({ kind }) => passes(kind))
  if (passing.length > 0 && !to) throw new Error('a leaver’s duties would be nobody’s')
  await closeDutiesOfPerson(db, actor.agencyId, from, { at: now, entry })
  if (!to) return
  const theirs = passing.map(row => ({
    ...row,
    id: newId<'duty'>(now.getTime()),
    person_id: to,
    opened_at: now,
    next_at: nextStep(row.kind, row.due_at, now),
    opened_entry: entry,
  }))
  await insertDuties(db, theirs)
}
