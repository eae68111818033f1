import { owes } from '../../duties/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { isHere, standing } from '../../people/index.ts'
import { type PersonActor, type Reader, record, type Writer } from '../../records/index.ts'
import { conversationToFollow } from '../access.ts'
import type { FollowedRow } from '../follow-queries.ts'
import { type ConversationRow, type MessageTable, selectConversation, selectMessage } from '../queries.ts'
import { type ReadBy, selectWorry, type WorryRow } from './queries.ts'
import { mayReadWorries } from './who-reads.ts'

export interface Worrying {
  readonly conversation: FollowedRow
  readonly message: MessageTable
}

/** A message of another's, in a conversation that the acting person is in or supervises: to raise a worry about. */
export async function messageToWorryAbout(
  reader: Reader<PersonActor>,
  at: { readonly conversation: string; readonly message: string },
): Promise<Permitted<'worry', Worrying> | undefined> {
  const id = idFrom<'message'>(at.message)
  const conversation = await conversationToFollow(reader, at.conversation)
  const message = id && conversation && (await selectMessage(reader.db, reader.actor.agencyId, id))
  if (!message || message.conversation_id !== conversation.id) return undefined
  return message.author_id === reader.actor.personId ? undefined : permit('worry', { conversation, message })
}

/** Which worries the acting person may read. Undefined for who may read none. */
export async function worriesOf(reader: Reader<PersonActor>): Promise<ReadBy | undefined> {
  const { actor } = reader
  if (actor.kind !== 'staff' || !(await isHere(reader))) return undefined
  const has = await standing(reader)
  return { personId: actor.personId, all: mayReadWorries.some(role => has.has(role)) }
}

/** A senior manager to whom it has come because nobody else answered. */
const owesIt = (reader: Reader<PersonActor>, aboutId: string) =>
  owes(reader, { kind: 'read-worry', person: reader.actor.personId, aboutId })

async function find(
  reader: Reader<PersonActor>,
  text: string,
): Promise<{ worry: WorryRow; conversation: ConversationRow } | undefined> {
  const id = idFrom<'worry'>(text)
  const by = id && (await worriesOf(reader))
  const worry = by && (await selectWorry(reader.db, reader.actor.agencyId, id))
  if (!worry || worry.author_id === by.personId) return undefined
  if (!by.all && !worry.told.includes(by.personId) && !(await owesIt(reader, worry.id))) return undefined
  const conversation = await selectConversation(reader, worry.conversation_id)
  return conversation && { worry, conversation }
}

/** A worry, with the message in its place: the reading of both is an entry before a word is shown. */
export async function worryToRead(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'read', { worry: WorryRow; conversation: ConversationRow }> | undefined> {
  const found = await find(writer, text)
  if (!found) return undefined
  const at = writer.now.toISOString()
  await record(writer, {
    event: 'worry.read',
    about: [
      { kind: 'worry', id: found.worry.id },
      { kind: 'conversation', id: found.conversation.id },
    ],
    cites: ['BG-2'],
    content: { worry: found.worry.id, conversation: found.conversation.id, at },
  })
  return permit('read', found)
}

/** The same, to say what was done about it. */
export async function worryToAnswer(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'answer', WorryRow> | undefined> {
  const found = await find(reader, text)
  return found && permit('answer', found.worry)
}
