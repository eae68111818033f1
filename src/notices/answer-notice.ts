import { Already, type Permitted, Refused } from '../kit/proof.ts'
import { type Answered, type Draft, writeFirst } from '../messages/index.ts'
import { answersFor, person } from '../people/index.ts'
import type { Change, PersonActor, PersonId, Reader, Writer } from '../records/index.ts'
import { type OwnCopy, selectAnswered, setAnswered } from './copies.ts'

/**
 * Answers a notice: a conversation of this one person with whoever wrote it and its second adult, and nobody else. Whoever
 * answered before goes on in the conversation that they have.
 */
export async function answerNotice(
  writer: Writer<PersonActor>,
  copy: Permitted<'read', OwnCopy>,
  draft: Draft,
): Promise<Change<Answered, Refused<'nobody'>>> {
  const { db, actor } = writer
  const which = { agencyId: actor.agencyId, person: actor.personId, notice: copy.notice_id }
  // Held until this ends: pressed twice at once, there is one conversation.
  const before = await selectAnswered(db, which)
  if (before) return new Already({ conversation: before, danger: false })
  const worker = await whoAnswers(writer, copy.written_by)
  const second = copy.second_id && copy.second_id !== worker && (await isHere(writer, copy.second_id))
  const opened = await writeFirst(writer, worker, draft, {
    subject: `About: ${copy.subject}`.slice(0, 120),
    second: second && copy.second_id ? copy.second_id : undefined,
  })
  // What could not go is kept for whoever is to read it, and no conversation is made of it.
  if (opened instanceof Refused || opened instanceof Already || !opened.value.conversation) return opened
  await setAnswered(db, which, opened.value.conversation)
  return opened
}

/** Whoever wrote it; or, once they have left, the manager they had. */
async function whoAnswers(reader: Reader, author: PersonId): Promise<PersonId | undefined> {
  return (await isHere(reader, author)) ? author : answersFor(reader, author)
}

const isHere = async (reader: Reader, id: PersonId): Promise<boolean> =>
  (await person(reader, id))?.left_at === null
