import { openDutiesOf, whoOwes } from '../duties/index.ts'
import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import {
  type AsRead,
  asRead,
  type ConversationId,
  conversationOf,
  conversationToRead,
  type FamilyPlace,
  familyPlaces,
  isStaff,
  maskedText,
  type Part,
  supervisedAmong,
} from '../messages/index.ts'
import { hasRole, person, standing } from '../people/index.ts'
import { type PersonActor, type PersonId, type Reader, record, type Writer } from '../records/index.ts'
import { holdArrival, holdDelivery, selectDelivery, selectHeld, selectWhole, selectWords } from './queries.ts'
import type { ArrivalTable, ArrivalWordsTable, DeliveryTable } from './tables.ts'

/**
 * Which of these the acting person may decide: those of conversations that they answer for; designated people those of none; and
 * whoever a duty has brought one to, as it does to administrators where nobody else is there.
 */
async function decidable(
  reader: Reader<PersonActor>,
  arrivals: readonly ArrivalTable[],
): Promise<readonly ArrivalTable[]> {
  const ids = [...new Set(arrivals.flatMap(one => one.conversation_id ?? []))]
  const [has, mine, duties] = await Promise.all([
    standing(reader),
    supervisedAmong(reader, ids),
    openDutiesOf(reader, reader.actor.personId),
  ])
  const designated = has.has('designated-person') || has.has('deputy-designated-person')
  const owed = new Set(duties.filter(one => one.kind === 'held-arrival').map(one => one.about_id))
  return arrivals.filter(
    one => owed.has(one.id) || (one.conversation_id ? mine.has(one.conversation_id) : designated),
  )
}

/** What is held and the acting person may decide. */
export const heldFor = async (reader: Reader<PersonActor>): Promise<readonly ArrivalTable[]> =>
  decidable(reader, await selectHeld(reader.db, reader.actor.agencyId))

/** Somebody whom an arrival could be from. */
export interface MaybeFrom {
  readonly id: PersonId
  readonly name: string
}
export interface HeldHere {
  readonly arrival: ArrivalTable
  readonly words: ArrivalWordsTable
  /** What the reader sees of them: a family’s personal details are masked until they open them. */
  readonly read: AsRead
  /** All of what came, where that is more, as they see it. */
  readonly whole: string | null
  /** Somebody is asked to see to danger in it; and whether that is for the reader to say what was done. */
  readonly danger: boolean
  readonly seesTo: boolean
  readonly conversation: { readonly id: ConversationId; readonly subject: string } | undefined
  readonly from: readonly MaybeFrom[]
}

/** Something held, with its words, to be decided. That they were looked at is an entry before they are shown. */
export async function arrivalToDecide(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'decide', HeldHere> | undefined> {
  const { db, actor } = writer
  const id = idFrom<'arrival'>(text)
  const arrival = id && (await holdArrival(db, actor.agencyId, id))
  if (arrival?.outcome !== 'held') return undefined
  if ((await decidable(writer, [arrival])).length === 0) return undefined
  const words = await selectWords(db, actor.agencyId, arrival.id)
  if (!words) return undefined
  await record(writer, {
    event: 'arrival.read',
    about: [{ kind: 'arrival', id: arrival.id }],
    cites: [],
    content: { arrival: arrival.id, at: writer.now.toISOString() },
  })
  const about = { kind: 'arrival', id: arrival.id } as const
  const by = await speakerIn(writer, arrival)
  return permit('decide', {
    arrival,
    words,
    read: await asRead(writer, about, words.body, by),
    whole: words.whole === null ? null : (await asRead(writer, about, words.whole, by)).words,
    ...(await dangerFor(writer, arrival.id)),
    ...(await placeOf(writer, arrival)),
  })
}

/** Who wrote it, to the screening: whom it is taken to be from; a child where nobody knows. */
export async function speakerIn(
  reader: Reader,
  { person_id }: Pick<ArrivalTable, 'person_id'>,
): Promise<'child' | 'parent'> {
  const kind = person_id ? (await person(reader, person_id))?.kind : undefined
  return kind === 'parent' ? 'parent' : 'child'
}

/** Something held in which there may be danger: for those who were told of it, and for who answers for safeguarding. */
export async function dangerToSeeTo(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'see-to', HeldHere> | undefined> {
  const held = await arrivalToDecide(writer, text)
  return held?.seesTo ? permit('see-to', { ...held }) : undefined
}

async function dangerFor(
  reader: Reader<PersonActor>,
  id: ArrivalTable['id'],
): Promise<Pick<HeldHere, 'danger' | 'seesTo'>> {
  const told = await whoOwes(reader, 'danger-held', id)
  const designated = await hasRole(reader, 'designated-person', 'deputy-designated-person')
  return { danger: told.length > 0, seesTo: designated || told.includes(reader.actor.personId) }
}

export interface HeldToPlace extends HeldHere {
  /** What was looked for; and where the reader may put it: among the conversations that they answer for. */
  readonly find: string
  readonly places: readonly FamilyPlace[]
}

/** Something held, to be put in a conversation that is not known yet, or in another. */
export async function arrivalToPlace(
  writer: Writer<PersonActor>,
  text: string,
  find: string,
): Promise<Permitted<'decide', HeldToPlace> | undefined> {
  const held = await arrivalToDecide(writer, text)
  if (!held) return undefined
  const known = held.arrival.person_id
  const places = find
    ? await familyPlaces(writer, { find })
    : known
      ? await familyPlaces(writer, { person: known })
      : []
  return permit('decide', { ...held, find, places })
}

async function placeOf(
  writer: Writer<PersonActor>,
  arrival: ArrivalTable,
): Promise<Pick<HeldHere, 'conversation' | 'from'>> {
  const place = arrival.conversation_id ? await conversationOf(writer, arrival.conversation_id) : undefined
  if (!place) return { conversation: undefined, from: [] }
  const family = place.participants.filter(one => one.left_at === null && !isStaff(one.part))
  return {
    conversation: { id: place.id, subject: place.subject },
    from: family.map(({ person_id, name }) => ({ id: person_id, name })),
  }
}

export interface DeliveryHere {
  readonly delivery: DeliveryTable
  readonly conversation: { readonly id: ConversationId; readonly subject: string }
  readonly as: Part | 'supervisor'
  readonly to: string
}

/** How a message went to one person, for staff who may read its conversation. */
export async function deliveryToSee(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'see', DeliveryHere> | undefined> {
  const { db, actor } = writer
  const id = idFrom<'delivery'>(text)
  const found = id && (await selectDelivery(db, actor.agencyId, id))
  if (!found || actor.kind !== 'staff') return undefined
  const read = await conversationToRead(writer, found.conversation_id)
  const delivery = read && (await holdDelivery(db, actor.agencyId, found.id))
  if (!read || !delivery) return undefined
  const to = (await person(writer, delivery.person_id))?.name ?? ''
  return permit('see', { delivery, conversation: read.conversation, as: read.as, to })
}

/** The whole of what a message came with, for staff who may read its conversation. */
export async function wholeToRead(writer: Writer<PersonActor>, text: string) {
  const { db, actor } = writer
  const id = idFrom<'message'>(text)
  const found = id && (await selectWhole(db, actor.agencyId, id))
  if (!found || actor.kind !== 'staff') return undefined
  const read = await conversationToRead(writer, found.conversation_id)
  if (!read) return undefined
  const { conversation } = read
  const by = conversation.participants.find(one => one.person_id === found.person_id)?.part ?? 'parent'
  // A number under somebody's name is masked here as it is in their messages.
  return permit('read', { ...found, whole: await maskedText(writer, found.whole, by), conversation })
}
