import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import {
  allDesignated,
  type ConversationId,
  dangerIn,
  hearDanger,
  type MessageId,
  staffIn,
} from '../messages/index.ts'
import { answersFor, withRole } from '../people/index.ts'
import {
  contentOf,
  type EntryId,
  newEntryId,
  type PersonId,
  type Reader,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { speakerIn } from './access.ts'
import type { Arriving } from './arriving.ts'
import { arrivalEvidence } from './evidence.ts'
import { longestWhole, type Outcome, type WhyHeld, type WhyRefused } from './rules.ts'
import { type ArrivalId, type ArrivalTable, type DeliveryId, tables } from './tables.ts'

interface Became {
  readonly outcome: Outcome
  readonly reason?: WhyHeld | WhyRefused
  readonly messageId?: MessageId
  readonly deliveryId?: DeliveryId
}

const short = (text: string, most: number) => text.slice(0, most)

/** Puts down what came and what became of it, with its words where they are still to be looked at or more came with them. */
export async function keepArrival(
  writer: Writer,
  came: Arriving,
  became: Became,
): Promise<Recorded<ArrivalId>> {
  const row: ArrivalTable = {
    agency_id: writer.actor.agencyId,
    id: newId(writer.now.getTime()),
    channel: came.channel,
    external_id: came.externalId,
    from_address: short(came.from, 320),
    to_address: short(came.to, 320),
    received_at: came.receivedAt,
    outcome: became.outcome,
    reason: became.reason ?? null,
    person_id: came.personId ?? null,
    conversation_id: came.conversationId ?? null,
    message_id: became.messageId ?? null,
    delivery_id: became.deliveryId ?? null,
    decided_by: null,
    decided_at: null,
    entry_id: newEntryId(writer),
  }
  const held = became.outcome === 'held'
  const whole = came.whole === undefined || came.whole === came.words ? null : short(came.whole, longestWhole)
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'arrival.received',
        about: [{ kind: 'arrival', id: row.id }],
        cites: [],
        content: contentOf(arrivalEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    tables(writer.db).insertInto('arrival').values(row).execute(),
  ])
  if (held || (became.outcome === 'message' && whole !== null))
    await tables(writer.db)
      .insertInto('arrival_words')
      .values({
        agency_id: row.agency_id,
        arrival_id: row.id,
        body: held ? short(came.words, longestWhole) : '',
        whole,
      })
      .execute()
  if (!held) await came.alongside?.(writer, row.id)
  return done
}

/**
 * Somebody owes a look at what is held: who answers for the workers in its conversation; where nobody does, or there is no
 * conversation, the designated persons and deputies, and else the administrators. Danger in it is heard of at once, as in a message;
 * says whether there is any.
 */
export async function oweLook(
  writer: Writer,
  { conversationId, personId, words, whole }: Arriving,
  id: ArrivalId,
  entry: EntryId,
): Promise<boolean> {
  const whom = await whoLooks(writer, conversationId)
  await openDuties(writer, 'held-arrival', whom, { kind: 'arrival', id }, entry)
  const by = await speakerIn(writer, { person_id: personId ?? null })
  // Where nothing could be read of what they say now, it may be in what was folded away.
  const found = await dangerIn(writer, (words || whole) ?? '', by)
  await hearDanger(writer, { kind: 'arrival', id }, found, whom)
  return found.length > 0
}

/** Who looks at what is held: for a conversation, or for none that is known. */
export async function whoLooks(
  reader: Reader,
  conversationId: ConversationId | null | undefined,
): Promise<readonly PersonId[]> {
  const workers = conversationId ? await staffIn(reader, conversationId) : []
  const above = await Promise.all(workers.map(worker => answersFor(reader, worker)))
  const managers = [...new Set(above.filter((one): one is PersonId => one !== undefined))]
  const designated = managers.length > 0 ? managers : await allDesignated(reader)
  return designated.length > 0 ? designated : withRole(reader, 'administrator')
}
