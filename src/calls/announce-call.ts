import { conversationsOf, topicOf } from '../messages/index.ts'
import type { PersonId, Writer } from '../records/index.ts'

/** Whoever has a conversation with them open sees at once what was written down of a call, or that it was changed. */
export async function announceCall(writer: Writer, withWhom: PersonId): Promise<void> {
  for (const { id } of await conversationsOf(writer, { with: withWhom })) writer.announce(topicOf(id))
}
