import { Already, type Permitted, Refused } from '../kit/proof.ts'
import type { Change, PersonActor, Writer } from '../records/index.ts'
import type { ToWriteIn } from './access.ts'
import { isKeptAs } from './kept-words.ts'
import { saysDanger } from './marks/queries.ts'
import { type Draft, type SendingRefusal, sendMessage } from './send-message.ts'
import type { ConversationId } from './tables.ts'

/** Where somebody of a family goes on to: their conversation, or help before it. */
export interface Answered {
  /** Undefined where what they wrote could not go, and was kept: there is help for them first, whoever they are. */
  readonly conversation: ConversationId | undefined
  /** What they wrote may say that somebody is in danger: they are shown help at once. */
  readonly danger: boolean
}

/** Sends the message of a child or a parent, and says whether there may be danger in it. Pressed twice, it says the same twice. */
export async function answer(
  writer: Writer<PersonActor>,
  found: Permitted<'write', ToWriteIn>,
  draft: Draft,
): Promise<Change<Answered, SendingRefusal>> {
  const sent = await sendMessage(writer, found, draft)
  if (sent instanceof Refused) return sent
  if (isKeptAs(sent.value)) {
    const kept = { conversation: undefined, danger: sent.value === 'kept-danger' }
    return sent instanceof Already ? new Already(kept) : sent.with(kept)
  }
  const conversation = found.conversation.id
  if (!(sent instanceof Already)) return sent.with({ conversation, danger: sent.value?.danger ?? false })
  return new Already({ conversation, danger: await saidDanger(writer, conversation, sent.value.under) })
}

/** Whether there may be danger in a message that was stored before. */
const saidDanger = (
  { db, actor }: Writer<PersonActor>,
  conversation: ConversationId,
  key: string,
): Promise<boolean> =>
  saysDanger(db, {
    agency_id: actor.agencyId,
    conversation_id: conversation,
    author_id: actor.personId,
    draft_key: key,
  })
