import { isAgreed } from '../agreements/index.ts'
import { Already, Refused, refuse } from '../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../records/index.ts'
import { conversationToWrite } from './access.ts'
import { type Answered, answer } from './answer.ts'
import { type KeptWhere, keepWords } from './kept-words.ts'
import { beginConversation } from './open-conversation.ts'
import type { Draft } from './send-message.ts'

/**
 * A child or a parent writes first: opens a conversation with the worker and stores the message in it, all or nothing.
 * Where a child writes, the second adult is put in by the software and told, before a word is stored. Parents are not
 * added to what a child starts: it may be about them. `about` is for an answer to a notice: what it answers, and the second
 * adult who is in it whoever writes.
 */
export async function writeFirst(
  writer: Writer<PersonActor>,
  worker: PersonId | undefined,
  draft: Draft,
  about: { readonly subject?: string; readonly second?: PersonId | undefined } = {},
): Promise<Change<Answered, Refused<'nobody'>>> {
  if (!worker) return refuse('nobody')
  const { actor } = writer
  if (actor.kind === 'child' && !(await isAgreed(writer, actor.personId)))
    return keptFor(writer, { worker, why: 'not-agreed' }, draft)
  const part = actor.kind === 'child' ? 'child' : 'parent'
  const opened = await beginConversation(writer, part, {
    subject: about.subject ?? `${actor.name} wrote`,
    with: [
      { personId: worker, part: 'worker' },
      ...(about.second ? [{ personId: about.second, part: 'second-adult' as const }] : []),
    ],
  })
  if (opened instanceof Refused)
    return opened.reason === 'nobody'
      ? refuse('nobody')
      : keptFor(writer, { worker, why: opened.reason }, draft)
  const conversation = await conversationToWrite(writer, opened.value)
  if (!conversation) throw new Error('a conversation was opened that its opener is not in')
  const sent = await answer(writer, conversation, draft)
  if (sent instanceof Refused) throw new Error(`a family’s first message was refused: ${sent.reason}`)
  return opened.with(sent.value)
}

/** What they wrote is kept, and no conversation is made of it. */
async function keptFor(
  writer: Writer<PersonActor>,
  where: KeptWhere,
  draft: Draft,
): Promise<Change<Answered>> {
  const kept = await keepWords(writer, where, draft)
  const answered = { conversation: undefined, danger: kept.value === 'kept-danger' }
  return kept instanceof Already ? new Already(answered) : kept.with(answered)
}
