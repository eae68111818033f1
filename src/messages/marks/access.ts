import { owes } from '../../duties/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import type { PersonActor, Writer } from '../../records/index.ts'
import { conversationGiven, conversationToRead, supervises } from '../access.ts'
import { type ConversationRow, type MessageTable, selectMessage } from '../queries.ts'
import { hasLooked, type Mark, selectMark } from './queries.ts'

interface MarkHere {
  readonly mark: Mark
  readonly message: MessageTable
  readonly conversation: ConversationRow
  /** Whether the conversation opens to them too, or no more of it than this. */
  readonly reads: boolean
}

/**
 * A marked message, to look at: for whoever may read its conversation as a manager, or was given the look by a leaver. The
 * reading is an entry.
 */
export async function markToLookAt(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'look', MarkHere> | undefined> {
  const id = idFrom<'message-mark'>(text)
  const mark = id && (await selectMark(writer.db, writer.actor.agencyId, id))
  if (!mark) return undefined
  const found = await oversees(writer, mark.conversation_id, mark.message_id)
  if (found) return permit('look', { mark, ...found, reads: true })
  const read = (await isGiven(writer, mark)) && (await conversationGiven(writer, mark.conversation_id))
  const message = read && (await selectMessage(writer.db, writer.actor.agencyId, mark.message_id))
  return read && message
    ? permit('look', { mark, message, conversation: read.conversation, reads: false })
    : undefined
}

/** Whether a leaver’s look has become theirs, and still when they have looked. What they wrote themselves does not. */
async function isGiven(writer: Writer<PersonActor>, mark: Mark): Promise<boolean> {
  const { db, actor } = writer
  const person = actor.personId
  if (mark.author_id === person) return false
  for (const kind of ['look-at-message', 'danger'] as const)
    if (await owes(writer, { kind, person, aboutId: mark.id })) return true
  return hasLooked(db, actor.agencyId, mark.id, person)
}

/** A message with masked details, to open: for a manager of the staff in its conversation, or a designated person. */
export async function detailsToOpen(
  writer: Writer<PersonActor>,
  asked: { readonly conversation: string; readonly message: string },
): Promise<Permitted<'open', { message: MessageTable; conversation: ConversationRow }> | undefined> {
  const found = await oversees(writer, asked.conversation, asked.message)
  return found && permit('open', found)
}

async function oversees(
  writer: Writer<PersonActor>,
  conversationId: string,
  messageId: string,
): Promise<{ message: MessageTable; conversation: ConversationRow } | undefined> {
  const id = idFrom<'message'>(messageId)
  const read = id && (await conversationToRead(writer, conversationId))
  if (!read || !(await supervises(writer, read.conversation))) return undefined
  const message = await selectMessage(writer.db, writer.actor.agencyId, id)
  return message?.conversation_id === read.conversation.id
    ? { message, conversation: read.conversation }
    : undefined
}
