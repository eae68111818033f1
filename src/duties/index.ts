import { later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { enqueueTogether } from '../kit/jobs/index.ts'
import { type EntryId, inVault, type PersonId, type Reader, type Writer } from '../records/index.ts'
import {
  closeDutyRows,
  countOpenDuties,
  type DutyTable,
  insertDuties,
  insertMissingDuties,
  selectOpenDuties,
  selectOverdue,
  selectOwed,
  selectOwing,
  selectStepsDue,
  setNextSteps,
} from './queries.ts'
import { type DutyKind, dutyRules, nextStep } from './rules.ts'

export { type DutyFigures, dutyFigures } from './figures.ts'
export { askAnew, endDuties, handOverDuties, heldDuties } from './hand-over.ts'
export type { DutyTable } from './queries.ts'
export { routes } from './routes.ts'
export { chasedAfter, type DutyKind, dutyRules, nextStep, type Told, toTell } from './rules.ts'
export type { WhomNow } from './whom-now.ts'

export interface About {
  readonly kind: string
  readonly id: string
}

/** Who owes something of one kind, about what, because of which entry; due after the kind's own time, unless it is said when. */
type Opening = [
  kind: DutyKind,
  persons: readonly PersonId[],
  about: About,
  entry: EntryId,
  dueAt?: Date | undefined,
]

/**
 * Opens a duty of `kind` for each person, because of `entry`; due after the kind's own time, unless `dueAt` says when. One
 * that is already open stays as it was. As with record(), the duties are on their way then: without them nothing commits.
 */
export async function openDuties(writer: Writer, ...opening: Opening): Promise<void> {
  insertDuties(writer.db, rowsOf(writer, opening))
}

/**
 * The same, for what opens these again and again, where whoever closes them waits for it: a duty that is being closed in another
 * transaction at this very moment is taken for open. So both hold what they are about first.
 */
export async function keepDuties(writer: Writer, ...opening: Opening): Promise<void> {
  insertMissingDuties(writer.db, rowsOf(writer, opening))
}

function rowsOf({ actor, now }: Writer, [kind, persons, about, entry, given]: Opening): DutyTable[] {
  const dueAt = given ?? later(now, dutyRules[kind].within)
  return persons.map(person => ({
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    kind,
    person_id: person,
    about_kind: about.kind,
    about_id: about.id,
    opened_at: now,
    due_at: dueAt,
    next_at: nextStep(kind, dueAt, now),
    closed_at: null,
    opened_entry: entry,
    closed_entry: null,
  }))
}

/**
 * Has each of these people sent their letter of duties within six seconds of this commit, and not in turn: one letter, of however
 * much they came to owe in five of them. What it is about stays behind the sign-in: a letter says no more than the duty's title.
 */
export const tellAtOnce = ({ db, actor }: Writer, persons: readonly PersonId[]): void =>
  enqueueTogether(
    db,
    'duties-letter',
    persons.map(personId => ({
      payload: { agencyId: actor.agencyId, personId },
      key: `duties-letter-at-once:${personId}`,
    })),
  )

/** Closes the duty of this kind about this thing: one person's, or everybody's when no person is named. */
export function closeDuties(
  writer: Writer,
  which: { readonly kind: DutyKind; readonly person?: PersonId; readonly aboutId: string },
  entry: EntryId,
): Promise<void> {
  const { actor, now, db } = writer
  const { kind, person, aboutId } = which
  return closeDutyRows(
    db,
    { agencyId: actor.agencyId, kind, aboutId, ...(person ? { personId: person } : {}) },
    { at: now, entry },
  )
}

/** Whether a person owes this now. */
export async function owes(
  reader: Reader,
  which: { readonly kind: DutyKind; readonly person: PersonId; readonly aboutId: string },
): Promise<boolean> {
  const rows = await selectOpenDuties(reader.db, reader.actor.agencyId, which.person)
  return rows.some(row => row.kind === which.kind && row.about_id === which.aboutId)
}

/** Everybody who owes this now. */
export const whoOwes = (
  { db, actor: { agencyId } }: Reader,
  kind: DutyKind,
  aboutId: string,
): Promise<readonly PersonId[]> => selectOwing(db, { agencyId, kind, aboutId })

/** Everything of one kind that is owed now: about what, by whom, and by when. */
export const owedOf = (
  { db, actor }: Reader,
  kind: DutyKind,
): Promise<readonly { readonly aboutId: string; readonly personId: PersonId; readonly dueAt: Date }[]> =>
  selectOwed(db, actor.agencyId, kind)

/** Of those who owe this now, everybody for whom it was due before now. */
export const whoIsLate = (
  { db, actor: { agencyId }, now }: Reader,
  kind: DutyKind,
  aboutId: string,
): Promise<readonly PersonId[]> => selectOwing(db, { agencyId, kind, aboutId }, now)

/** Open duties whose next step has come, the longest waiting first, at most `limit`; held until this transaction ends. */
export const stepsDue = (writer: Writer, limit: number): Promise<readonly DutyTable[]> =>
  selectStepsDue(writer.db, writer.actor.agencyId, writer.now, limit)

/** The steps of these duties that have come are taken: the next of each is looked for from now on. */
export const stepsTaken = ({ db, now, actor }: Writer, duties: readonly DutyTable[]): Promise<void> =>
  setNextSteps(
    db,
    actor.agencyId,
    duties.map(({ id, kind, due_at }) => ({ id, at: nextStep(kind, due_at, now) })),
  )

/** What a person owes here, as it stands in its rows: for passing it on. */
export const openDutiesOf = ({ db, actor }: Reader, personId: PersonId): Promise<readonly DutyTable[]> =>
  selectOpenDuties(db, actor.agencyId, personId)

/** What these people owe that was due before now, the longest overdue first, at most 500. */
export const overdueAmong = (reader: Reader, persons: readonly PersonId[]): Promise<readonly DutyTable[]> =>
  selectOverdue(reader.db, reader.actor.agencyId, persons, reader.now)

/** Something a person owes. */
export interface Duty {
  readonly id: string
  readonly kind: DutyKind
  readonly title: string
  readonly href: string
  readonly dueAt: Date
  readonly late: boolean
}

/**
 * What a person owes now, in their agency and in its vault, the soonest due first. Goes into the vault: nothing else may be
 * asked at the same time.
 */
export async function dutiesOf(reader: Reader, personId: PersonId): Promise<readonly Duty[]> {
  const rows = (await hereAndWithin(reader, inside => openDutiesOf(inside, personId))).sort(
    (one, other) => one.due_at.getTime() - other.due_at.getTime() || (one.kind < other.kind ? -1 : 1),
  )
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    title: dutyRules[row.kind].title,
    href: dutyRules[row.kind].href(row.about_id),
    dueAt: row.due_at,
    late: row.due_at < reader.now,
  }))
}

/** What a person owes of one kind. */
export interface Owed {
  readonly title: string
  readonly count: number
  /** When the first of them is due. */
  readonly firstDue: Date
}

/** As `dutiesOf`, counted: whoever owes eight thousand looks is told so in one line. */
export async function owedInBrief(reader: Reader, personId: PersonId): Promise<readonly Owed[]> {
  const rows = await hereAndWithin(reader, ({ db, actor }) => countOpenDuties(db, actor.agencyId, personId))
  return rows
    .map(({ kind, count, first_due }) => ({ title: dutyRules[kind].title, count, firstDue: first_due }))
    .sort((one, other) => one.firstDue.getTime() - other.firstDue.getTime())
}

const hereAndWithin = async <T>(
  reader: Reader,
  ask: (reader: Reader) => Promise<readonly T[]>,
): Promise<T[]> => [...(await ask(reader)), ...(await inVault(reader, ask))]
