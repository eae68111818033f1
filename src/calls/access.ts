import { owes } from '../duties/index.ts'
import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { maySupervise, maySuperviseAll } from '../messages/index.ts'
import {
  type ChildOfWork,
  childrenOf,
  hasRole,
  isHere,
  lineOf,
  type Member,
  person,
  secondAdultFor,
  staff,
  workersOf,
} from '../people/index.ts'
import { type PersonActor, type PersonId, type Reader, record, type Writer } from '../records/index.ts'
import { type CallRow, type NumberOpeningTable, selectCall, selectOpening } from './queries.ts'
import { numberShown } from './rules.ts'

/** What somebody can write down a call with: the children they work with, or who their line works with. */
export interface ToLog {
  readonly children: readonly ChildOfWork[]
  /** Who stands beside them when it is a child, unless they say otherwise. */
  readonly second: PersonId | undefined
  /** Everybody who may have been the second adult: all of the staff but themselves. */
  readonly colleagues: readonly Member[]
}

/** The calls that the acting person may write down now. */
export async function callsToLog(reader: Reader<PersonActor>): Promise<Permitted<'log', ToLog> | undefined> {
  const { personId } = reader.actor
  if (!(await isHere(reader))) return undefined
  const [children, second, all] = await Promise.all([
    childrenOf(reader, [personId, ...(await line(reader))]),
    secondAdultFor(reader, personId),
    staff(reader),
  ])
  // Several of a line may work with one child.
  const once = [...new Map(children.map(child => [child.id, child])).values()]
  return permit('log', { children: once, second, colleagues: all.filter(({ id }) => id !== personId) })
}

const line = async (reader: Reader<PersonActor>): Promise<readonly PersonId[]> =>
  (await hasRole(reader, ...maySupervise)) ? lineOf(reader, reader.actor.personId) : []

/** Whose calls a supervisor may read: those of the people they answer for; a designated person's are everybody's. */
export async function overseen(reader: Reader<PersonActor>): Promise<readonly PersonId[]> {
  if (await hasRole(reader, ...maySuperviseAll)) return (await staff(reader)).map(({ id }) => id)
  return line(reader)
}

/** A call, and what the reader is to it. */
export interface CallHere {
  readonly call: CallRow
  readonly as: 'caller' | 'second-adult' | 'supervisor'
  /** Whether they may say that they agree to its having been made on somebody's own phone, or not. */
  readonly mayAnswer: boolean
}

/**
 * A call to read: one's own; one that one was the second adult of; or, on the record, one of the people the reader answers
 * for, or that a duty has brought to them.
 */
export async function callToRead(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'read', CallHere> | undefined> {
  const found = await find(writer, text)
  if (!found) return undefined
  if (found.as === 'caller') return permit('read', found)
  await record(writer, {
    event: 'call.read',
    about: [{ kind: 'phone-call', id: found.call.id }],
    cites: ['BG-2'],
    content: { call: found.call.id, at: writer.now.toISOString() },
  })
  return permit('read', found)
}

async function find(reader: Reader<PersonActor>, text: string): Promise<CallHere | undefined> {
  const { db, actor } = reader
  const id = idFrom<'phone-call'>(text)
  const call = id && (await isHere(reader)) ? await selectCall(db, actor.agencyId, id) : undefined
  if (!call) return undefined
  if (call.logged_by === actor.personId) return { call, as: 'caller', mayAnswer: false }
  const owed = (kind: 'own-phone' | 'read-call' | 'look-at-call') =>
    owes(reader, { kind, person: actor.personId, aboutId: call.id })
  const [others, asked, sent, looks] = await Promise.all([
    overseen(reader),
    owed('own-phone'),
    owed('read-call'),
    owed('look-at-call'),
  ])
  const supervises = others.includes(call.logged_by) || asked || looks
  const mayAnswer = supervises && call.phone === 'own' && !call.answered_at
  if (call.second_id === actor.personId || sent) return { call, as: 'second-adult', mayAnswer }
  return supervises ? { call, as: 'supervisor', mayAnswer } : undefined
}

/** A call of one's own, to correct: the newest of what one wrote about it. */
export async function callToCorrect(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'correct', CallRow> | undefined> {
  const found = await find(reader, text)
  return found?.as === 'caller' && !found.call.corrected_by ? permit('correct', found.call) : undefined
}

/** Somebody of a family whose calls one may look at, and call. */
export interface FamilyHere {
  readonly person: {
    readonly id: PersonId
    readonly name: string
    readonly kind: 'child' | 'parent'
    readonly phone: string | null
  }
  /** Whose calls with them the reader sees: their own, or those of the people they answer for. */
  readonly calls: readonly PersonId[]
  /** Whether their number may be shown to the reader: never a child's to whoever only works with them. */
  readonly mayOpen: boolean
}

/** Somebody of a family: for whoever works with them, for managers above those, and for designated persons. */
export async function familyToCall(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'call', FamilyHere> | undefined> {
  const id = idFrom<'person'>(text)
  const found =
    id && reader.actor.kind === 'staff' && (await isHere(reader)) ? await person(reader, id) : undefined
  if (!found || found.left_at || found.kind === 'staff') return undefined
  const [workers, others, all] = await Promise.all([
    workersOf(reader, found.id),
    overseen(reader),
    hasRole(reader, ...maySuperviseAll),
  ])
  const oversees = all || workers.some(worker => others.includes(worker.id))
  const worksWith = workers.some(worker => worker.id === reader.actor.personId)
  if (!oversees && !worksWith) return undefined
  const { kind, name, phone } = found
  return permit('call', {
    person: { id: found.id, name, kind, phone },
    calls: [reader.actor.personId, ...others],
    mayOpen: oversees || kind === 'parent',
  })
}

/** A number that was opened, while it can be seen. */
export interface OpenedHere {
  readonly opening: NumberOpeningTable
  readonly person: FamilyHere['person']
  /** The number; undefined once it has been shown long enough. */
  readonly number: string | undefined
}

/** A number that the acting person has opened. Nobody else’s opening opens anything. */
export async function openingToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', OpenedHere> | undefined> {
  const { db, actor, now } = reader
  const id = idFrom<'number-opening'>(text)
  const opening = id && (await selectOpening(db, actor.agencyId, id))
  if (!opening || opening.opened_by !== actor.personId) return undefined
  const family = await familyToCall(reader, opening.person_id)
  if (!family) return undefined
  const fresh = now.getTime() < opening.opened_at.getTime() + numberShown
  return permit('see', {
    opening,
    person: family.person,
    number: fresh && family.mayOpen ? (family.person.phone ?? undefined) : undefined,
  })
}
