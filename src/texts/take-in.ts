import { type Arriving, actorOf, receive } from '../channels/index.ts'
import { days, later } from '../kit/clock.ts'
import type { Way } from '../people/index.ts'
import { type Ground, read, system, write } from '../records/index.ts'
import type { Came } from './notify.ts'
import { e164 } from './number.ts'
import { agencyOfStrangers, type OfNumber, peopleOfNumber } from './queries.ts'
import { askedBy } from './stop-words.ts'
import { wishTexts } from './wish.ts'

/** How long somebody may take to answer a text, in milliseconds: for so long it can be what they mean. */
const answeredWithin = days(14)

/**
 * Takes in a text that came to the organisation's number, once, however often it is brought. One person who has the number
 * and was texted before says it in the conversation in which they were last texted, where nobody reads it there whom they
 * may have meant to leave out; anything else is held for a person to look at. STOP and START are done at once, and their
 * words are kept like any others: a child who writes *stop* may mean more than texts. Throws faults alone.
 */
export async function takeIn(ground: Ground, came: Came, here: readonly Way[]): Promise<void> {
  const number = numberOf(came.from)
  const people = number
    ? await peopleOfNumber(ground.pool, number, later(ground.clock(), -answeredWithin))
    : []
  const wish = askedBy(came.words)
  if (wish && number)
    for (const one of people) await wished(ground, one, { wish, number, externalId: came.id }, here)
  const place = await placeOf(ground, people)
  // An installation in which there is no agency yet has nobody to hold it for.
  if (!place) return
  await receive(ground, {
    ...place,
    channel: 'text',
    externalId: came.id,
    from: number ?? came.from,
    to: came.to,
    receivedAt: came.at,
    words: came.words,
  })
}

/** Notify writes a number with its country and no plus; a name in place of a number is nobody's. */
const numberOf = (from: string): string | undefined => e164(/^[1-9]\d{7,14}$/.test(from) ? `+${from}` : from)

async function placeOf(
  { pool }: Ground,
  people: readonly OfNumber[],
): Promise<Pick<Arriving, 'agencyId' | 'personId' | 'conversationId' | 'is'> | undefined> {
  const [last, another] = people
  if (!last) {
    const agencyId = await agencyOfStrangers(pool)
    return agencyId && { agencyId, is: { kind: 'held', reason: 'not-known' } }
  }
  const { agencyId, personId, conversationId, sure } = last
  const where = conversationId ? { conversationId } : {}
  if (another) return { agencyId, ...where, is: { kind: 'held', reason: 'several-people' } }
  // Held as belonging to none: whoever is in the one that would be guessed is not asked first.
  if (!conversationId || !sure) return { agencyId, personId, is: { kind: 'held', reason: 'no-conversation' } }
  return { agencyId, personId, conversationId, is: { kind: 'from' } }
}

/** Does what somebody wishes, as them: it is their own number that asked. */
async function wished(
  ground: Ground,
  { agencyId, personId, conversationId }: OfNumber,
  about: { readonly wish: 'stop' | 'start'; readonly number: string; readonly externalId: string },
  here: readonly Way[],
): Promise<void> {
  const actor = await read(ground, system(agencyId), reader => actorOf(reader, personId))
  if (actor) await write(ground, actor, writer => wishTexts(writer, { ...about, conversationId }, here))
}
