import { createHash } from 'node:crypto'
import { later } from '../kit/clock.ts'
import type { Id } from '../kit/ids.ts'

import { Already, Refused } from '../kit/proof.ts'
import { conversationToWrite, isKeptAs, type MessageId, sendMessage } from '../messages/index.ts'
import { agency, person } from '../people/index.ts'
import {
  type Ground,
  type PersonActor,
  type PersonId,
  type Recorded,
  read,
  system,
  type Writer,
  write,
} from '../records/index.ts'
import type { Arriving } from './arriving.ts'
import { oweHelp } from './help.ts'
import { keepArrival, oweLook } from './keep-arrival.ts'
import { partsOf } from './parts-of.ts'
import { selectKnownArrival } from './queries.ts'
import type { Outcome, WhyHeld } from './rules.ts'
import { hear } from './settle.ts'

/** What became of it: `known` when it came before. */
export interface Received {
  readonly outcome: Outcome
  readonly known: boolean
}

/**
 * Takes in something that came, once: as a message of the person it is surely from, through the same checks as on the page;
 * or held for a person to look at. Come twice, or to two processes at once, it is stored once. Throws faults alone, and then
 * nothing of it is stored: whoever handed it over keeps it and comes again.
 */
export async function receive(ground: Ground, arriving: Arriving): Promise<Received> {
  const known = await read(ground, system(arriving.agencyId), ({ db }) => selectKnownArrival(db, arriving))
  if (known) return { outcome: known.outcome, known: true }
  const { is } = arriving
  if (is.kind !== 'from') return asItIs(ground, arriving)
  const said = await asMessage(ground, arriving)
  return said instanceof Refused ? hold(ground, arriving, said.reason) : said
}

/** Stores it as messages of the person it is from; refused where that cannot be. */
async function asMessage(
  ground: Ground,
  arriving: Arriving,
): Promise<Received | Refused<'not-in-conversation' | 'cannot-be-stored' | 'too-long'>> {
  const { agencyId, personId } = arriving
  const actor = personId && (await read(ground, system(agencyId), reader => actorOf(reader, personId)))
  if (!actor) return new Refused('not-in-conversation', undefined)
  return write(ground, actor, async writer => {
    const known = writer.again && (await selectKnownArrival(writer.db, arriving))
    if (known) return new Already<Received>({ outcome: known.outcome, known: true })
    const said = await sayAs(writer, arriving)
    if (said instanceof Refused) return said
    const kept = await keepArrival(writer, arriving, { outcome: 'message', messageId: said.value.first })
    await oweHelp(writer, arriving, kept.value, said.value.danger)
    return kept.with<Received>({ outcome: 'message', known: false })
  })
}

interface Said {
  readonly first: MessageId
  /** It may say that somebody is in danger. */
  readonly danger: boolean
}

/** Says what came as the acting person, in as many messages as it takes. Gives the first one's id. */
export async function sayAs(
  writer: Writer<PersonActor>,
  came: Pick<Arriving, 'channel' | 'externalId' | 'words' | 'conversationId'>,
): Promise<Recorded<Said> | Refused<'not-in-conversation' | 'cannot-be-stored' | 'too-long'>> {
  const parts = partsOf(came.words)
  if (!parts) return new Refused('too-long', undefined)
  let first: MessageId | undefined
  let danger = false
  let said: Recorded<unknown> | undefined
  for (const [at, body] of parts.entries()) {
    // Asked anew for each: what was said just before belongs to what is known of the conversation.
    // A message stands where its moment puts it: each piece a thousandth of a second after the one before.
    const then = { ...writer, now: later(writer.now, at) }
    const found = await conversationToWrite(then, came.conversationId ?? '')
    if (!found) return new Refused('not-in-conversation', undefined)
    const sent = await sendMessage(then, found, { body, key: draftKeyOf(came, at) })
    if (sent instanceof Refused) return new Refused('cannot-be-stored', undefined)
    if (sent instanceof Already) continue
    // Where nothing goes any more, or not in this way, it is held here, where the page would have kept it.
    if (isKeptAs(sent.value)) return new Refused('cannot-be-stored', undefined)
    said = sent
    first ??= sent.value?.id
    danger ||= sent.value?.danger === true
  }
  if (!said || !first) return new Refused('cannot-be-stored', undefined)
  return said.with({ first, danger })
}

/** The draft's key of a part of what came: the same each time it comes. */
function draftKeyOf(
  { channel, externalId }: Pick<Arriving, 'channel' | 'externalId'>,
  part: number,
): Id<'draft'> {
  const hex = createHash('sha256').update(`${channel}\n${externalId}\n${part}`).digest('hex')
  // UUID version 8: made from what it is the key of.
  const text = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return text as Id<'draft'>
}

/** Somebody of a family as they act by what they sent. Undefined when they have left. */
export async function actorOf(
  reader: Parameters<typeof person>[0],
  personId: PersonId,
): Promise<PersonActor | undefined> {
  const [who, where] = await Promise.all([person(reader, personId), agency(reader)])
  if (!who || who.left_at || who.kind === 'staff') return undefined
  const { kind, name } = who
  return { kind, agencyId: reader.actor.agencyId, personId, name, place: where.name, roles: [] }
}

const hold = (ground: Ground, arriving: Arriving, reason: WhyHeld): Promise<Received> =>
  asItIs(ground, { ...arriving, is: { kind: 'held', reason } })

/** Keeps what is no message, or not yet; a bounce with what it says of its delivery. */
function asItIs(ground: Ground, arriving: Arriving): Promise<Received> {
  return write(ground, system(arriving.agencyId), async writer => {
    const known = writer.again && (await selectKnownArrival(writer.db, arriving))
    if (known) return new Already<Received>({ outcome: known.outcome, known: true })
    const { is } = arriving
    const outcome: Outcome = is.kind === 'from' ? 'held' : is.kind
    const reason = 'reason' in is ? is.reason : undefined
    const delivery = is.kind === 'bounce' && is.delivery
    if (is.kind === 'bounce' && is.delivery) await hear(writer, is.delivery, is.told)
    const kept = await keepArrival(writer, arriving, {
      outcome,
      ...(reason ? { reason } : {}),
      ...(delivery ? { deliveryId: delivery } : {}),
    })
    if (outcome === 'held') {
      const danger = await oweLook(writer, arriving, kept.value, kept.entryId)
      await oweHelp(writer, arriving, kept.value, danger)
    }
    return kept.with<Received>({ outcome, known: false })
  })
}
