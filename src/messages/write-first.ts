import { isAgreed } from '../agreements/index.ts'
import { Refused, refuse } from '../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../records/index.ts'
import { conversationToWrite } from './access.ts'
import { keepWords } from './kept-words.ts'
import { beginConversation } from './open-conversation.ts'
import type { ConversationId } from './queries.ts'
import { type Draft, sendMessage } from './send-message.ts'

/**
 * A child or a parent writes first: opens a conversation with the worker and stores the message in it, all or nothing.
 * Where a child writes, the second adult is put in by the software and told, before a word is stored. Parents are not
 * added to what a child starts: it may be about them.
 */
export async function writeFirst(
  writer: Writer<PersonActor>,
  worker: PersonId | undefined,
  draft: Draft,
): Promise<Change<ConversationId | 'kept', Refused<'nobody'>>> {
  if (!worker) return refuse('nobody')
  const { actor } = writer
  if (actor.kind === 'child' && !(await isAgreed(writer, actor.personId)))
    return keepWords(writer, { worker, why: 'not-agreed' }, draft)
  const part = actor.kind === 'child' ? 'child' : 'parent'
  const opened = await beginConversation(writer, part, {
    subject: `${actor.name} wrote`,
    with: [{ personId: worker, part: 'worker' }],
  })
  if (opened instanceof Refused)
    return opened.reason === 'nobody'
      ? refuse('nobody')
      : keepWords(writer, { worker, why: opened.reason }, draft)
  const conversation = await conversationToWrite(writer, opened.value)
  if (!conversation) throw new Error('a conversation was opened that its opener is not in')
  const sent = await sendMessage(writer, conversation, draft)
  if (sent instanceof Refused) throw new Error(`a family's first message was refused: ${sent.reason}`)
  return opened
}
