import { newId } from '../kit/ids.ts'
import type { EntryId, PersonId, Reader, Writer } from '../records/index.ts'
import { closeDutiesOfPerson, insertDuties, selectOpenDuties } from './queries.ts'
import { type DutyKind, dutyRules, nextStep, type Passing } from './rules.ts'

const isOf = (kind: DutyKind, passing: Passing): boolean => dutyRules[kind].onLeaving === passing

/** What a person owes that would pass in this way to another if they left. */
export async function heldDuties(
  reader: Reader,
  personId: PersonId,
  passing: Passing,
): Promise<readonly { id: string; name: string }[]> {
  const rows = await selectOpenDuties(reader.db, reader.actor.agencyId, personId)
  return rows
    .filter(({ kind }) => isOf(kind, passing))
    .map(({ id, kind }) => ({ id, name: dutyRules[kind].title }))
}

/**
 * Closes what a leaver owes of one way of passing and opens it for `to`, due when it was due: a duty that was late is late.
 * What `to` owes already stays theirs as it is.
 */
export async function handOverDuties(
  writer: Writer,
  { from, to, passing }: { readonly from: PersonId; readonly to: PersonId; readonly passing: Passing },
  entry: EntryId,
): Promise<void> {
  const { db, actor, now } = writer
  const rows = (await selectOpenDuties(db, actor.agencyId, from)).filter(({ kind }) => isOf(kind, passing))
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  await closeDutiesOfPerson(db, actor.agencyId, from, { at: now, entry, kinds })
  const theirs = rows.map(row => ({
    ...row,
    id: newId<'duty'>(now.getTime()),
    person_id: to,
    opened_at: now,
    next_at: nextStep(row.kind, row.due_at, now),
    opened_entry: entry,
  }))
  await insertDuties(db, theirs)
}

/** Closes everything that a leaver still owes, when what passes to another has passed. */
export async function endDuties({ db, actor, now }: Writer, from: PersonId, entry: EntryId): Promise<void> {
  const left = await selectOpenDuties(db, actor.agencyId, from)
  if (left.some(({ kind }) => dutyRules[kind].onLeaving !== 'ends'))
    throw new Error('a leaver’s duties would be nobody’s')
  await closeDutiesOfPerson(db, actor.agencyId, from, { at: now, entry })
}
