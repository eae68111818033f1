import { enqueueAll } from '../kit/jobs/index.ts'
import type { PersonActor, PersonId, Reader, Writer } from '../records/index.ts'
import type { InConversation } from './access.ts'
import {
  type ConversationId,
  type ConversationRow,
  type MessageId,
  selectConversation,
  selectMessage,
} from './queries.ts'
import type { Part } from './rules.ts'

/** The job by which a message goes to somebody who is not reached by the page: src/channels carries it out. */
export interface ToDeliver {
  readonly agencyId: string
  readonly messageId: string
  readonly personId: string
}

/**
 * Has a message sent to everybody of the family in its conversation who is reached otherwise than by the page, and did not
 * write it themselves: one job each, in this transaction. Where there is nobody, nothing is asked of the database.
 */
export async function deliverTo(
  { db, actor }: Writer<PersonActor>,
  { participants }: InConversation['conversation'],
  messageId: MessageId,
): Promise<void> {
  const others = participants.filter(
    one => one.way !== 'web' && one.left_at === null && one.person_id !== actor.personId,
  )
  if (others.length === 0) return
  const jobs = others.map(({ person_id: personId }) => {
    const payload: ToDeliver = { agencyId: actor.agencyId, messageId, personId }
    return { payload: { ...payload }, key: `deliver-message:${messageId}:${personId}`, runAt: null }
  })
  await enqueueAll(db, 'deliver-message', jobs)
}

/** A conversation with who is in it, for a capability above that has checked who asks. */
export const conversationOf = (reader: Reader, id: ConversationId): Promise<ConversationRow | undefined> =>
  selectConversation(reader, id)

/** The workers who are in a conversation now. */
export async function staffIn(reader: Reader, id: ConversationId): Promise<readonly PersonId[]> {
  const conversation = await selectConversation(reader, id)
  const workers =
    conversation?.participants.filter(one => one.part === 'worker' && one.left_at === null) ?? []
  return workers.map(one => one.person_id)
}

/** A message with where and by whom it was said, for whoever carries it. */
export interface MessageToDeliver {
  readonly id: MessageId
  readonly body: string
  readonly sentAt: Date
  readonly author: { readonly id: PersonId; readonly name: string; readonly part: Part }
  readonly conversation: ConversationRow
}

/** A message of which nothing is carried any more: where it was said and by whom, to say so. */
export async function whereSaid(
  reader: Reader,
  id: MessageId,
): Promise<{ readonly conversation: ConversationId; readonly author: PersonId } | undefined> {
  const message = await selectMessage(reader.db, reader.actor.agencyId, id)
  return message && { conversation: message.conversation_id, author: message.author_id }
}

/**
 * A message to be carried to somebody who is in its conversation still. Undefined when they are not, when
 * nobody agrees any more to reaching them so, or when its words are erased.
 */
export async function messageToDeliver(
  reader: Reader,
  id: MessageId,
  to: PersonId,
): Promise<MessageToDeliver | undefined> {
  const message = await selectMessage(reader.db, reader.actor.agencyId, id)
  if (!message || message.body === null) return undefined
  const conversation = await selectConversation(reader, message.conversation_id)
  const author = conversation?.participants.find(one => one.person_id === message.author_id)
  const isIn = conversation?.participants.some(
    one => one.person_id === to && one.left_at === null && one.agreed !== false,
  )
  if (!conversation || !author || !isIn) return undefined
  return {
    id,
    body: message.body,
    sentAt: message.sent_at,
    author: { id: author.person_id, name: author.name, part: author.part },
    conversation,
  }
}
