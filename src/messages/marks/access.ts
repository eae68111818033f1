import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import type { PersonActor, Writer } from '../../records/index.ts'
import { conversationToRead, supervises } from '../access.ts'
import { type ConversationRow, type MessageTable, selectMessage } from '../queries.ts'
import { type Mark, selectMark } from './queries.ts'

/** A marked message, to look at: for whoever may read its conversation as a manager. The reading is an entry. */
export async function markToLookAt(
  writer: Writer<PersonActor>,
  text: string,
): Promise<
  Permitted<'look', { mark: Mark; message: MessageTable; conversation: ConversationRow }> | undefined
> {
  const id = idFrom<'message-mark'>(text)
  const mark = id && (await selectMark(writer.db, writer.actor.agencyId, id))
  const found = mark && (await oversees(writer, mark.conversation_id, mark.message_id))
  return mark && found && permit('look', { mark, ...found })
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
