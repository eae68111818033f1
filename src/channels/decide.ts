import { closeDuties } from '../duties/index.ts'
import { type Permitted, Refused, refuse } from '../kit/proof.ts'
import type { FamilyPlace } from '../messages/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { HeldHere, HeldToPlace } from './access.ts'
import { arrivalEvidence } from './evidence.ts'
import { actorOf, sayAs } from './receive.ts'
import { type ArrivalTable, tables } from './tables.ts'

type Held = Permitted<'decide', HeldHere>

/**
 * Lets something that was held through as words of somebody in its conversation: the same checks as if they had written on
 * the page. The message is theirs; the entry that it was let through is of whoever decided.
 */
export async function letThrough(writer: Writer<PersonActor>, held: Held, as: string): Promise<LetThrough> {
  const from = held.from.find(({ id }) => id === as)
  if (!from || !held.conversation) return refuse('not-there')
  return putAs(writer, held, { person: from.id, conversation: held.conversation.id })
}

type LetThrough = Recorded<ArrivalTable> | Refused<'not-there'> | Refused<'cannot'>

/** The same for a conversation and a person that whoever decides has chosen, among those they answer for. */
export async function letThroughTo(
  writer: Writer<PersonActor>,
  held: Permitted<'decide', HeldToPlace>,
  chosen: string,
): Promise<LetThrough> {
  const place = held.places.find(one => placeKey(one) === chosen)
  return place ? putAs(writer, held, place) : refuse('not-there')
}

/** What a form names a place by. */
export const placeKey = ({ conversation, person }: Pick<FamilyPlace, 'conversation' | 'person'>): string =>
  `${conversation} ${person}`

async function putAs(
  writer: Writer<PersonActor>,
  held: Held,
  { conversation, person }: Pick<FamilyPlace, 'conversation' | 'person'>,
): Promise<LetThrough> {
  const them = await actorOf(writer, person)
  if (!them) return refuse('not-there')
  const { channel, external_id: externalId } = held.arrival
  const said = await sayAs(
    { ...writer, actor: them },
    { channel, externalId, words: held.words.body, conversationId: conversation },
  )
  if (said instanceof Refused) return refuse('cannot')
  return decided(writer, held, 'arrival.let-through', {
    outcome: 'message',
    message_id: said.value.first,
    person_id: person,
    conversation_id: conversation,
  })
}

/**
 * Puts something that was held aside: it becomes nobody's message, and its words are kept no longer. Not while somebody is asked
 * to see to danger in it.
 */
export async function setAside(
  writer: Writer<PersonActor>,
  held: Held,
): Promise<Recorded<ArrivalTable> | Refused<'danger'>> {
  if (held.danger) return refuse('danger')
  return decided(writer, held, 'arrival.set-aside', { outcome: 'set-aside' })
}

/** Says what was done about danger in something held: nobody owes it any more, and it can be decided. */
export async function seeTo(
  writer: Writer<PersonActor>,
  { arrival }: Permitted<'see-to', HeldHere>,
  did: string,
): Promise<Recorded<undefined>> {
  const done = await record(writer, {
    event: 'arrival.danger-seen-to',
    about: [{ kind: 'arrival', id: arrival.id }],
    cites: [],
    content: { arrival: arrival.id, did },
  })
  await closeDuties(writer, { kind: 'danger-held', aboutId: arrival.id }, done.entryId)
  return done
}

async function decided(
  writer: Writer<PersonActor>,
  { arrival, words }: Held,
  event: 'arrival.let-through' | 'arrival.set-aside',
  set: Partial<Pick<ArrivalTable, 'outcome' | 'message_id' | 'person_id' | 'conversation_id'>>,
): Promise<Recorded<ArrivalTable>> {
  const { db, actor, now } = writer
  const row: ArrivalTable = {
    ...arrival,
    ...set,
    decided_by: actor.personId,
    decided_at: now,
    entry_id: newEntryId(writer),
  }
  const { outcome, message_id, person_id, conversation_id, decided_by, decided_at, entry_id } = row
  const at = { agency_id: row.agency_id, id: row.id }
  const done = await record(
    writer,
    {
      event,
      about: [{ kind: 'arrival', id: row.id }],
      cites: [],
      content: contentOf(arrivalEvidence, row),
    },
    { id: entry_id, value: row },
  )
  await tables(db)
    .updateTable('arrival')
    .set({ outcome, message_id, person_id, conversation_id, decided_by, decided_at, entry_id })
    .where('agency_id', '=', at.agency_id)
    .where('id', '=', at.id)
    .execute()
  // What they say is the message's now; the whole stays beside it where it is more.
  const keepsWhole = outcome === 'message' && words.whole !== null
  if (keepsWhole)
    await tables(db)
      .updateTable('arrival_words')
      .set({ body: '' })
      .where('agency_id', '=', at.agency_id)
      .where('arrival_id', '=', at.id)
      .execute()
  else
    await tables(db)
      .deleteFrom('arrival_words')
      .where('agency_id', '=', at.agency_id)
      .where('arrival_id', '=', at.id)
      .execute()
  await closeDuties(writer, { kind: 'held-arrival', aboutId: row.id }, entry_id)
  // Let through, it is a message: danger in it is marked there, and owed there.
  await closeDuties(writer, { kind: 'danger-held', aboutId: row.id }, entry_id)
  return done
}
