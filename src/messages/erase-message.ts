import type { Already, Permitted } from '../kit/proof.ts'
import { eraseContent, type PersonActor, type Recorded, type Writer } from '../records/index.ts'
import { messageEvidence } from './evidence.ts'
import { markEvidence } from './marks/evidence.ts'
import { selectMarksOf } from './marks/queries.ts'
import type { MessageTable } from './queries.ts'
import { topicOf } from './topic.ts'
import { waitingEvidence } from './waiting/evidence.ts'
import { selectWaitingOf } from './waiting/queries.ts'

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
  // The same words stood where it waited; a reason for sending it may repeat them.
  const waited = await selectWaitingOf(writer.db, message)
  if (waited) await eraseContent(writer, { binding: waitingEvidence, row: waited, reason })
  for (const mark of await selectMarksOf(writer.db, message))
    await eraseContent(writer, { binding: markEvidence, row: mark, reason })
  writer.announce(topicOf(message.conversation_id))
  return erased
}
