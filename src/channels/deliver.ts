import { isAgreed } from '../agreements/index.ts'
import { newId } from '../kit/ids.ts'
import { Already, Refused } from '../kit/proof.ts'
import { type ConversationId, messageToDeliver, whereSaid } from '../messages/index.ts'
import { agency, notifyFamily, person } from '../people/index.ts'
import {
  type Ground,
  type Recorded,
  record,
  type SystemActor,
  system,
  type Writer,
  write,
} from '../records/index.ts'
import { beginDelivery, changeDelivery } from './change-delivery.ts'
import type { Channel, Channels, Handed, Outgoing } from './channel.ts'
import { waitsForHours } from './hours.ts'
import { holdDeliveryOf } from './queries.ts'
import { longestHandOver } from './rules.ts'
import { settle } from './settle.ts'
import type { DeliveryTable } from './tables.ts'
import type { AboutDelivery } from './try-at.ts'

/** A claim that was made: what is handed over now, by which channel, with what it prepared. */
interface Claimed {
  readonly channel: Channel
  readonly outgoing: Outgoing
  readonly prepared: unknown
}

/**
 * Sends a message to one person by the way that is entered for them: claims it, hands it over, and says what came of it, each
 * step committed before the next. Outside the hours of contact it waits for them, where its writer would have. Run again at any
 * moment, it sends nothing twice: what is claimed is not claimed again.
 */
export async function deliver(ground: Ground, channels: Channels, about: AboutDelivery): Promise<void> {
  if (await waitsForHours(ground, about)) return
  const claimed = await write(ground, system(about.agencyId), writer => claim(writer, channels, about))
  if (!claimed) return
  const came = await inTime(claimed)
  await write(ground, system(about.agencyId), writer =>
    settle(writer, claimed.outgoing.deliveryId, came, channels),
  )
}

/** What a channel says; that nobody knows, when it says nothing or breaks. */
function inTime({ channel, outgoing, prepared }: Claimed): Promise<Handed> {
  const { promise, resolve } = Promise.withResolvers<Handed>()
  const unsure = () => resolve({ came: 'unsure' })
  const late = setTimeout(unsure, longestHandOver)
  channel.send(outgoing, prepared).then(resolve, unsure)
  return promise.finally(() => clearTimeout(late))
}

async function claim(
  writer: Writer<SystemActor>,
  channels: Channels,
  about: AboutDelivery,
): Promise<Recorded<Claimed | undefined> | Already<undefined>> {
  const [before, message, to] = await Promise.all([
    holdDeliveryOf(writer.db, about),
    messageToDeliver(writer, about.messageId, about.personId),
    person(writer, about.personId),
  ])
  if (before && before.state !== 'queued') return new Already(undefined)
  if (!to || to.left_at || to.kind === 'staff') return new Already(undefined)
  const kind = before?.channel ?? to.way
  // Taken back while it waited: it is not sent, and whoever wrote it is told. The database refuses such a claim too.
  if (to.kind === 'child' && kind !== 'web' && !(await isAgreed(writer, to.id, kind)))
    return notAgreed(writer, about, before, kind)
  if (!message) return before ? notThere(writer, before) : new Already(undefined)
  const channel = channels.find(one => one.kind === kind)
  if (!channel) return byThePage(writer, about, before)
  const row = before
    ? await changeDelivery(writer, before, 'claimed', { set: { attempts: before.attempts + 1, why: null } })
    : await beginDelivery(writer, freshRow(writer, about, message.conversation.id, channel.kind))
  const outgoing: Outgoing = {
    deliveryId: row.value.id,
    agency: await agency(writer),
    message,
    to: { ...to, kind: to.kind },
    attempt: row.value.attempts,
  }
  const prepared = await channel.prepare(writer, outgoing)
  if (prepared instanceof Refused) {
    const set = { why: prepared.facts }
    return (await changeDelivery(writer, row.value, 'failed', { set, author: message.author.id })).with(
      undefined,
    )
  }
  return row.with({ channel, outgoing, prepared })
}

const freshRow = (
  { now }: Writer,
  { agencyId, messageId, personId }: AboutDelivery,
  conversation: ConversationId,
  channel: DeliveryTable['channel'],
): Omit<DeliveryTable, 'entry_id'> => ({
  agency_id: agencyId,
  id: newId(now.getTime()),
  message_id: messageId,
  conversation_id: conversation,
  person_id: personId,
  channel,
  state: 'claimed',
  attempts: 1,
  reference: null,
  why: null,
  made_at: now,
  handed_at: null,
  changed_at: now,
})

/** Nobody agrees any more to reaching a child in this way: nothing is handed over, and whoever wrote it owes a look. */
async function notAgreed(
  writer: Writer<SystemActor>,
  about: AboutDelivery,
  before: DeliveryTable | undefined,
  channel: DeliveryTable['channel'],
): Promise<Recorded<undefined> | Already<undefined>> {
  const said = await whereSaid(writer, about.messageId)
  if (!said) return new Already(undefined)
  const { author, conversation } = said
  const why = 'not-agreed'
  const failed = before
    ? await changeDelivery(writer, before, 'failed', { set: { why }, author })
    : await beginDelivery(
        writer,
        { ...freshRow(writer, about, conversation, channel), state: 'failed', attempts: 0, why },
        author,
      )
  return failed.with(undefined)
}

/** They have left the conversation while it waited to be tried again: it is tried no more. */
const notThere = async (
  writer: Writer<SystemActor>,
  before: DeliveryTable,
): Promise<Recorded<undefined> | Already<undefined>> => {
  const left = (await whereSaid(writer, before.message_id)) !== undefined
  if (!left) return new Already(undefined)
  return (await changeDelivery(writer, before, 'failed', { set: { why: 'not-there' } })).with(undefined)
}

/** The way that is entered is not connected, or they have gone back to the page: they are sent a link to it, as ever. */
async function byThePage(
  writer: Writer<SystemActor>,
  { messageId, personId }: AboutDelivery,
  before: DeliveryTable | undefined,
): Promise<Recorded<undefined>> {
  await notifyFamily(writer, personId)
  if (before) await changeDelivery(writer, before, 'failed', { set: { why: 'not-connected' } })
  return record(writer, {
    event: 'delivery.by-the-page',
    about: [
      { kind: 'message', id: messageId },
      { kind: 'person', id: personId },
    ],
    cites: [],
    content: { message: messageId, person: personId, at: writer.now.toISOString() },
  })
}
