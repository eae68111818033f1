import { Refused, refuse } from '../kit/proof.ts'
import type { PersonActor, PersonId, Recorded, Writer } from '../records/index.ts'
import { conversationToWrite } from './access.ts'
import { type Answered, answer } from './answer.ts'
import { beginConversation } from './open-conversation.ts'
import type { Draft } from './send-message.ts'

/**
 * A child or a parent writes first: opens a conversation with the worker and stores the message in it, all or nothing.
 * Where a child writes, the second adult is put in by the software and told, before a word is stored. Parents are not
 * added to what a child starts: it may be about them.
 */
export async function writeFirst(
  writer: Writer<PersonActor>,
  worker: PersonId | undefined,
  draft: Draft,
): Promise<Recorded<Answered> | Refused<'nobody'> | Refused<'no-second-adult'>> {
  if (!worker) return refuse('nobody')
  const { actor } = writer
  const part = actor.kind === 'child' ? 'child' : 'parent'
  const opened = await beginConversation(writer, part, {
    subject: `${actor.name} wrote`,
    with: [{ personId: worker, part: 'worker' }],
  })
  if (opened instanceof Refused) return opened
  const conversation = await conversationToWrite(writer, opened.value)
  if (!conversation) throw new Error('a conversation was opened that its opener is not in')
  const sent = await answer(writer, conversation, draft)
  if (sent instanceof Refused) return refuse('no-second-adult')
  return opened.with(sent.value)
}
