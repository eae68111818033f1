import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole, person } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { type Kept, keptOf } from './kept.ts'
import { type HoldRow, selectHolds, selectTouched } from './queries.ts'
import { isKeptKind, type KeptKind, mayErase, mayHold, maySet } from './rules.ts'
import type { HoldTable } from './tables.ts'

/** Leave to set how long a kind is kept, within its limits. */
export async function leaveToSet(
  reader: Reader<PersonActor>,
  kind: string,
): Promise<Permitted<'set', { readonly kind: KeptKind }> | undefined> {
  return isKeptKind(kind) && (await hasRole(reader, ...maySet)) ? permit('set', { kind }) : undefined
}

/** Leave to see what a night would erase, in figures. */
export async function leaveToForetell(
  reader: Reader<PersonActor>,
): Promise<Permitted<'foretell', { readonly name: string }> | undefined> {
  const may = await hasRole(reader, ...maySet, ...mayHold)
  return may ? permit('foretell', { name: reader.actor.name }) : undefined
}

/** What a hold may be put on, and what it is called on the page. */
export interface Holdable {
  readonly on: Pick<HoldTable, 'person_id' | 'conversation_id'>
  /** Their name; undefined for a conversation. */
  readonly name: string | undefined
}

/** A person to put a hold on: anybody of the agency, whether or not they are here still, but oneself. */
export async function personToHold(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'hold', Holdable> | undefined> {
  const id = idFrom<'person'>(text)
  if (!id || id === reader.actor.personId || !(await hasRole(reader, ...mayHold))) return undefined
  const found = await person(reader, id)
  return found && permit('hold', { on: { person_id: id, conversation_id: null }, name: found.name })
}

/** A conversation to put a hold on. Nothing of it is read. */
export async function conversationToHold(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'hold', Holdable> | undefined> {
  const id = idFrom<'conversation'>(text)
  if (!id || !(await hasRole(reader, ...mayHold))) return undefined
  const who = await selectTouched(reader.db, reader.actor.agencyId, { event: 'conversation.opened', id })
  // Itself alone: nobody is or was in it, for there is no such conversation here.
  if (who.length < 2) return undefined
  return permit('hold', { on: { person_id: null, conversation_id: id }, name: undefined })
}

/** Every hold that the acting person may know of: all but those on themselves. */
export async function holdsToSee(
  reader: Reader<PersonActor>,
): Promise<Permitted<'see', { readonly rows: readonly HoldRow[] }> | undefined> {
  const { db, actor } = reader
  if (!(await hasRole(reader, ...mayHold))) return undefined
  const rows = await selectHolds(db, { agencyId: actor.agencyId, reader: actor.personId })
  return permit('see', { rows })
}

/** One of them. */
export async function holdToMind(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'mind', HoldRow> | undefined> {
  const { db, actor } = reader
  const id = idFrom<'erasing-hold'>(text)
  if (!id || !(await hasRole(reader, ...mayHold))) return undefined
  const [row] = await selectHolds(db, { agencyId: actor.agencyId, reader: actor.personId, id })
  return row && permit('mind', row)
}

/** Whether the acting person may have a thing of this event erased by hand: a designated person, where it is not about them. */
export async function mayBeErasedBy(
  reader: Reader<PersonActor>,
  which: { readonly event: string; readonly id: string },
): Promise<boolean> {
  if (!(await hasRole(reader, ...mayErase))) return false
  return !(await selectTouched(reader.db, reader.actor.agencyId, which)).includes(reader.actor.personId)
}

/** A thing that the acting person may have erased by hand. */
export interface ToErase {
  readonly kept: Kept
  readonly id: string
}

/**
 * A thing to erase before its time is over. A designated person decides, as they weigh what a child's safety needs to be
 * kept; never what is about themselves, or stands in a conversation that they are or were in.
 */
export async function thingToErase(
  reader: Reader<PersonActor>,
  all: readonly Kept[],
  at: { readonly kind: string; readonly thing: string },
): Promise<Permitted<'erase', ToErase> | undefined> {
  const kept = keptOf(all, at.kind)
  const id = idFrom<'thing'>(at.thing)
  if (!kept || !id || !(await mayBeErasedBy(reader, { event: kept.event, id }))) return undefined
  if (kept.byHand && !(await kept.byHand(reader, id))) return undefined
  return (await kept.parts(reader, id)).length > 0 ? permit('erase', { kept, id }) : undefined
}
