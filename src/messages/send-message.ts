import { openDuties } from '../duties/index.ts'
import { later } from '../kit/clock.ts'
import { idFrom, newId } from '../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { linkGoodFor, notifyFamily } from '../people/index.ts'
import {
  type Change,
  contentOf,
  type EntryId,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../records/index.ts'
import type { Finding } from '../screening/index.ts'
import type { InConversation, ToWriteIn } from './access.ts'
import { deliverTo } from './deliver-to.ts'
import { messageEvidence } from './evidence.ts'
import { hasMessage, insertMessage, type MessageId, type MessageTable, markNotified } from './queries.ts'
import { allowedHere, citesOf } from './ruled.ts'
import { isStaff } from './rules.ts'
import { stoppedBy } from './screened.ts'
import { withSecondAdult } from './second-adult.ts'

export interface Draft {
  readonly body: string
  /** Made once for a draft by the page: pressed ten times, sent once. */
  readonly key: string
}

export type SendingRefusal =
  | Refused<'personal-detail', Finding[]>
  | Refused<'no-second-adult'>
  | Refused<'work-ended'>

/**
 * Sends a message, stored with its entry. A worker's message that gives a personal contact detail is refused with what
 * was found, and so is every message of theirs once their work with the family has ended; a child's or parent's message
 * is never stopped. The database holds the second-adult invariant whatever this does.
 */
export async function sendMessage(
  writer: Writer<PersonActor>,
  { conversation: found, as, ended, said }: Permitted<'write', ToWriteIn>,
  draft: Draft,
): Promise<Change<MessageId | undefined, SendingRefusal>> {
  const { db, actor, now } = writer
  // A family's words do not wait for a manager: somebody is put in beside the worker before they are stored.
  const conversation = isStaff(as) ? found : await withSecondAdult(writer, found)
  if (!allowedHere(conversation.participants)) return refuse('no-second-adult')
  if (ended) return refuse('work-ended')
  // A number may begin in what the conversation is about, or in what was said just before.
  const stopped = isStaff(as) ? await stoppedBy(writer, draft.body, [conversation.subject, ...said]) : []
  if (stopped.length > 0) return refuse('personal-detail', stopped)
  const entryId = newEntryId(writer)
  const row: MessageTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    conversation_id: conversation.id,
    author_id: actor.personId,
    body: draft.body,
    sent_at: now,
    draft_key: draft.key,
    entry_id: entryId,
  }
  // Pressed twice, the second runs into the first and comes round again.
  if (writer.again && (await hasMessage(db, row))) return new Already(undefined)
  const sent = await record(
    writer,
    {
      event: 'message.sent',
      about: [
        { kind: 'message', id: row.id },
        { kind: 'conversation', id: conversation.id },
      ],
      cites: citesOf(conversation.participants),
      content: contentOf(messageEvidence, row),
    },
    { id: entryId, value: row.id },
  )
  insertMessage(db, row)
  await oweReading(writer, conversation, entryId)
  await deliverTo(writer, conversation, row.id)
  await tellOthers(writer, conversation)
  return sent
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
  await openDuties(writer, 'second-adult', persons, { kind: 'conversation', id }, entry)
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

/** What is announced when a conversation has something new. */
export const topicOf = (conversation: string): string => `conversation:${conversation}`

/** A draft's key from a page, or undefined when it is not one. */
export const draftKey = (text: string) => idFrom<'draft'>(text)
