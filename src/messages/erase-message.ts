import type { Already, Permitted } from '../kit/proof.ts'
import { eraseContent, type PersonActor, type Recorded, type Writer } from '../records/index.ts'
import { messageEvidence } from './evidence.ts'
import type { MessageTable } from './queries.ts'
import { topicOf } from './topic.ts'

/**
 * Erases the words of a message where the law requires it. Who sent it, when and in which conversation stay, and an entry
 * says that it was erased and why. Erased already: nothing is changed.
 */
export async function eraseMessage(
  writer: Writer<PersonActor>,
  message: Permitted<'erase', MessageTable>,
  reason: string,
): Promise<Recorded<undefined> | Already<undefined>> {
  const erased = await eraseContent(writer, { binding: messageEvidence, row: message, reason })
  writer.announce(topicOf(message.conversation_id))
  return erased
}
