import { keepDuties } from '../duties/index.ts'
import { later } from '../kit/clock.ts'
import { idFrom, newId } from '../kit/ids.ts'
import { Already, type Permitted, Refused, refuse } from '../kit/proof.ts'
import { linkGoodFor, notifyFamily } from '../people/index.ts'
import {
  contentOf,
  type EntryId,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Finding } from '../screening/index.ts'
import type { InConversation, ToWriteIn } from './access.ts'
import { deliverTo } from './deliver-to.ts'
import { messageEvidence } from './evidence.ts'
import { type KeptAs, keepWords, whyNothingGoes } from './kept-words.ts'
import { markMessage } from './marks/mark-message.ts'
import { nextNumber } from './number.ts'
import { insertMessage, type MessageId, type MessageTable, markNotified } from './queries.ts'
import { citesOf } from './ruled.ts'
import { isStaff } from './rules.ts'
import { type Screened, screened, speakerOf } from './screened.ts'
import { withSecondAdult } from './second-adult.ts'
import { type There, unlessThere } from './sent-before.ts'
import { topicOf } from './topic.ts'
import { type AskedRefusal, keptBack } from './waiting/keep-back.ts'
import { selectUnder } from './write-queries.ts'

export interface Draft {
  readonly body: string
  /** Made once for a draft by the page: pressed ten times, sent once. Other words under it are another draft. */
  readonly key: string
  /** Why it is to go all the same, once its writer was asked about what was found in it. */
  readonly reason?: string | undefined
}

/** A message that has been stored. */
export interface Stored {
  readonly id: MessageId
  /** It may say that somebody is in danger. */
  readonly danger: boolean
}

/** Why nobody may write here now, or give what was given. */
export type StandingRefusal =
  | Refused<'personal-detail', readonly Finding[]>
  | Refused<'no-second-adult'>
  | Refused<'work-ended'>
  | Refused<'not-agreed'>
  | Refused<'ended'>
export type SendingRefusal = StandingRefusal | AskedRefusal

/**
 * Sends a message, stored with its entry; or keeps a worker's message back where it may not simply go
 * (src/messages/waiting). A worker's message that gives a personal contact detail is refused with what was found; a child's
 * or parent's message is never stopped. Where nothing goes any more, or not in this way, what is written is kept for those
 * who answer for it (src/messages/kept-words.ts). The same words under the same key are stored once; other words under a key that
 * was used are stored too, under one of their own.
 * The database holds the second-adult invariant whatever this does.
 */
export async function sendMessage(
  writer: Writer<PersonActor>,
  given: Permitted<'write', ToWriteIn>,
  written: Draft,
): Promise<Recorded<Stored | KeptAs | undefined> | Already<There | KeptAs> | SendingRefusal> {
  // Pressed twice, the second finds the first, or runs into it and comes round again.
  const draft = await unlessThere(written, key =>
    writer.again ? selectUnder(writer, given.conversation.id, key) : given.drafts.get(key),
  )
  if (draft instanceof Already) return draft
  // A family's words do not wait for a manager: somebody is put in beside the worker before they are stored.
  const found = isStaff(given.as)
    ? given
    : { ...given, conversation: await withSecondAdult(writer, given.conversation) }
  const why = whyNothingGoes(found.conversation, found.ended)
  if (why && (!isStaff(found.as) || (why === 'work-ended' && found.as === 'worker')))
    return keepWords(writer, { conversation: found.conversation, why }, written)
  const what = await mayGo(writer, found, draft)
  if (what instanceof Refused) return what
  const back = isStaff(found.as) ? await keptBack(writer, found, draft, what) : undefined
  return back ?? storeMessage(writer, found, draft, what)
}

/** What was found in a message that may go as things stand now; or why it may not. */
export async function mayGo(
  writer: Writer<PersonActor>,
  { conversation, as, ended, said, tuning }: ToWriteIn,
  draft: Draft,
): Promise<Screened | StandingRefusal> {
  const why = whyNothingGoes(conversation, ended)
  if (why === 'work-ended') return as === 'worker' ? refuse(why) : refuse('ended')
  if (why === 'not-agreed') return refuse(why)
  if (why) return refuse(why)
  // A number may begin in what the conversation is about, or in what was said just before.
  const about = { speaker: speakerOf(as), said: [conversation.subject, ...said], tuning }
  const what = await screened(writer, draft.body, about)
  return what.stopped ? refuse('personal-detail', what.stopped) : what
}

/** Stores a message that may go, tells those who are there, and marks it with what was found in it. */
export async function storeMessage(
  writer: Writer<PersonActor>,
  found: ToWriteIn,
  draft: Draft,
  what: Screened,
): Promise<Recorded<Stored>> {
  const { conversation } = found
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const number = await nextNumber(writer, { id: conversation.id, last: found.last })
  const row: MessageTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    conversation_id: conversation.id,
    author_id: actor.personId,
    body: draft.body,
    sent_at: now,
    draft_key: draft.key,
    number,
    entry_id: entryId,
  }
  const sent = await record(
    writer,
    {
      event: 'message.sent',
      about: [
        { kind: 'message', id: row.id },
        { kind: 'conversation', id: conversation.id },
        // In the leaf itself: whoever is shown only that shows that none is missing.
        { kind: 'message-number', id: String(number) },
      ],
      cites: citesOf(conversation.participants),
      content: contentOf(messageEvidence, row),
    },
    { id: entryId },
  )
  insertMessage(db, row)
  await oweReading(writer, conversation, entryId)
  await deliverTo(writer, conversation, row.id)
  await tellOthers(writer, conversation)
  const danger = await markMessage(writer, found, what, { id: row.id, reason: draft.reason })
  return sent.with({ id: row.id, danger })
}

/**
 * A second adult who has looked has seen what was there then, and owes the next look from now on: a glance before
 * anything was said would otherwise be their last.
 */
async function oweReading(
  writer: Writer<PersonActor>,
  { id, participants }: InConversation['conversation'],
  entry: EntryId,
): Promise<void> {
  const owing = participants.filter(
    p => p.part === 'second-adult' && p.left_at === null && p.person_id !== writer.actor.personId,
  )
  const persons = owing.map(p => p.person_id)
  // A look holds the conversation, and so does the message that is stored before this.
  await keepDuties(writer, 'second-adult', persons, { kind: 'conversation', id }, entry)
}

/**
 * Those watching see it at once. A family is sent one link until they look, and another when that one has grown too old
 * to open anything: the next message brings the next.
 */
async function tellOthers(
  writer: Writer<PersonActor>,
  { id, participants }: InConversation['conversation'],
): Promise<void> {
  writer.announce(topicOf(id))
  const tooOld = later(writer.now, -linkGoodFor)
  const unaware = participants.filter(
    p =>
      p.way === 'web' &&
      (p.unaware || (p.notified_at !== null && new Date(p.notified_at) <= tooOld)) &&
      p.left_at === null &&
      p.person_id !== writer.actor.personId,
  )
  if (unaware.length === 0) return
  const people = unaware.map(p => p.person_id)
  const { db, actor, now } = writer
  await markNotified(db, { agencyId: actor.agencyId, id, people, at: now })
  for (const person of people) await notifyFamily(writer, person)
}

/** A draft's key from a page, or undefined when it is not one. */
export const draftKey = (text: string) => idFrom<'draft'>(text)
