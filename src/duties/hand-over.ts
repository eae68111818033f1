import { newId } from '../kit/ids.ts'
import type { EntryId, PersonId, Reader, Writer } from '../records/index.ts'
import {
  closeDutiesOfPerson,
  closeDutyRows,
  type DutyTable,
  insertDuties,
  selectOpenDuties,
} from './queries.ts'
import { type DutyKind, type DutyRule, dutyRules, nextStep } from './rules.ts'
import type { AskedAnewKind, WhomNow } from './whom-now.ts'

type OnLeaving = Exclude<DutyRule['onLeaving'], 'ends'>

const ruleOf = (kind: DutyKind): DutyRule => dutyRules[kind]
const isAskedAnew = (kind: DutyKind): kind is AskedAnewKind => ruleOf(kind).onLeaving === 'asked-anew'

/** What a person owes that would go to another, in this way, if they left. */
export async function heldDuties(
  reader: Reader,
  personId: PersonId,
  way: OnLeaving,
): Promise<readonly { id: string; name: string }[]> {
  const rows = await selectOpenDuties(reader.db, reader.actor.agencyId, personId)
  return rows
    .filter(({ kind }) => ruleOf(kind).onLeaving === way)
    .map(({ id, kind }) => ({ id, name: dutyRules[kind].title }))
}

/**
 * Closes what a leaver owes that passes, and opens it for `to`, due when it was due: a duty that was late is late. What `to`
 * owes already stays theirs as it is.
 */
export async function handOverDuties(
  writer: Writer,
  { from, to }: { readonly from: PersonId; readonly to: PersonId },
  entry: EntryId,
): Promise<void> {
  const { db, actor, now } = writer
  const passing = (await selectOpenDuties(db, actor.agencyId, from)).filter(
    ({ kind }) => ruleOf(kind).onLeaving === 'passes',
  )
  // Done at the same moment by the leaver themselves.
  if (passing.length === 0) return
  const kinds = [...new Set(passing.map(({ kind }) => kind))]
  await closeDutiesOfPerson(db, actor.agencyId, from, { at: now, entry, kinds })
  insertDuties(db, theirs(writer, passing, to, entry))
}

/**
 * Asks anew what somebody owes that opens to them no longer: each is closed for them and opened for whom it would be asked of
 * today, due when it was due. What would be asked of them still stays as it is. The caller has ended what they were first.
 */
export async function askAnew(
  writer: Writer,
  from: PersonId,
  whomNow: WhomNow,
  entry: EntryId,
): Promise<void> {
  const { db, actor, now } = writer
  for (const row of await selectOpenDuties(db, actor.agencyId, from)) {
    const { kind, about_id: aboutId } = row
    if (!isAskedAnew(kind)) continue
    const whom = await whomNow[kind](writer, aboutId)
    if (whom.includes(from)) continue
    await closeDutyRows(db, { agencyId: actor.agencyId, kind, personId: from, aboutId }, { at: now, entry })
    insertDuties(
      db,
      whom.flatMap(person => theirs(writer, [row], person, entry)),
    )
  }
}

const theirs = ({ now }: Writer, rows: readonly DutyTable[], to: PersonId, entry: EntryId): DutyTable[] =>
  rows.map(row => ({
    ...row,
    id: newId<'duty'>(now.getTime()),
    person_id: to,
    opened_at: now,
    next_at: nextStep(row.kind, row.due_at, now),
    opened_entry: entry,
  }))

/** Closes everything that a leaver still owes, when what goes to others has gone. */
export async function endDuties({ db, actor, now }: Writer, from: PersonId, entry: EntryId): Promise<void> {
  const left = await selectOpenDuties(db, actor.agencyId, from)
  if (left.some(({ kind }) => ruleOf(kind).onLeaving !== 'ends'))
    throw new Error('a leaver’s duties would be nobody’s')
  await closeDutiesOfPerson(db, actor.agencyId, from, { at: now, entry })
}
