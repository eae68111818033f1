import { owes } from '../duties/index.ts'
import { dayAt } from '../guidance/index.ts'
import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import {
  answersFor,
  type ContactHours,
  hasRole,
  isHere,
  lineOf,
  standing,
  workHasEnded,
} from '../people/index.ts'
import { type PersonActor, type PersonId, type Reader, record, type Writer } from '../records/index.ts'
import { type Tuning, tuningInForce } from '../tuning/index.ts'
import { type FollowedRow, selectFollowed } from './follow-queries.ts'
import { type KeptRow, selectKeptWords } from './kept-queries.ts'
import {
  type ConversationId,
  type ConversationRow,
  type MessageTable,
  selectConversation,
  selectMessage,
} from './queries.ts'
import { isStaff, mayErase, maySupervise, maySuperviseAll, type Part } from './rules.ts'
import type { Under } from './sent-before.ts'
import { selectConversationToWrite, selectWithStaff } from './write-queries.ts'

/** A conversation, and what the person is in it. */
export interface InConversation {
  readonly conversation: ConversationRow
  readonly as: Part
}

/** The same, with what decides whether they may say a particular thing there. */
export interface ToWriteIn extends InConversation {
  /** Their work with the family has ended: they may read it still, and say nothing more. */
  readonly ended: boolean
  /** What they said here just before, oldest first: a number may begin in it. */
  readonly said: readonly string[]
  /** What stands under the keys of the drafts that those were: the same that comes again has been sent. */
  readonly drafts: ReadonlyMap<string, Under>
  /** The number of the last message there, as far as can be seen. */
  readonly last: number
  /** When the organisation writes to families. */
  readonly hours: ContactHours
  /** How the organisation has its screening today. */
  readonly tuning: Tuning
}

/** A conversation that the person is in now, to write in. Undefined for everybody else, whoever they are. */
export async function conversationToWrite(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'write', ToWriteIn> | undefined> {
  const { agencyId, personId } = reader.actor
  const id = idFrom<'conversation'>(text)
  if (!id) return undefined
  const which = { agencyId, id, personId, day: dayAt(reader.now) }
  // Both questions are asked in one.
  const [found, tuning] = await Promise.all([
    selectConversationToWrite(reader.db, which),
    tuningInForce(reader),
  ])
  const as = found && partOf(found, reader.actor)
  if (!as) return undefined
  const { endedWork, said, drafts, last, hours, ...conversation } = found
  const ended = endedWork && (await hasNoMoreToSay(reader, { conversation, as }))
  return permit('write', { conversation, as, ended, said, drafts, last, hours: hours ?? undefined, tuning })
}

/** Whether this is a worker whose work with everybody of the family in the conversation has ended. */
export async function hasNoMoreToSay(
  reader: Reader<PersonActor>,
  { conversation, as }: InConversation,
): Promise<boolean> {
  if (as !== 'worker') return false
  const family = conversation.participants.filter(p => !isStaff(p.part)).map(p => p.person_id)
  return workHasEnded(reader, reader.actor.personId, family)
}

/**
 * A conversation to read: one's own; or, on the record, one of the people the reader answers for. A designated person
 * answers for all. The reading is an entry before anything is shown.
 */
export async function conversationToRead(
  writer: Writer<PersonActor>,
  id: string,
): Promise<Permitted<'read', { conversation: ConversationRow; as: Part | 'supervisor' }> | undefined> {
  const conversation = await find(writer, id)
  if (!conversation) return undefined
  const as = partOf(conversation, writer.actor)
  if (as) return permit('read', { conversation, as })
  if (!(await supervises(writer, conversation))) return undefined
  await record(writer, {
    event: 'conversation.read',
    about: [{ kind: 'conversation', id: conversation.id }],
    cites: ['BG-2', 'SN-POOR-4'],
    content: { conversation: conversation.id, at: writer.now.toISOString() },
  })
  return permit('read', { conversation, as: 'supervisor' })
}

/**
 * A message whose words the person may have erased. A designated person decides, as they weigh what a child's safety
 * needs to be kept; never in a conversation they are or were in themselves.
 */
export async function messageToErase(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'erase', MessageTable> | undefined> {
  const id = idFrom<'message'>(text)
  const message = id && (await selectMessage(reader.db, reader.actor.agencyId, id))
  if (!message || !(await hasRole(reader, ...mayErase))) return undefined
  const conversation = await selectConversation(reader, message.conversation_id)
  const isIn = conversation?.participants.some(p => p.person_id === reader.actor.personId)
  return isIn ? undefined : permit('erase', message)
}

/** A conversation with who is in it. */
type Peopled = Pick<FollowedRow, 'participants'>

function partOf(conversation: Peopled, actor: PersonActor): Part | undefined {
  return conversation.participants.find(p => p.person_id === actor.personId && p.left_at === null)?.part
}

async function find(reader: Reader<PersonActor>, text: string): Promise<ConversationRow | undefined> {
  const id = idFrom<'conversation'>(text)
  return id && selectConversation(reader, id)
}

/** Whether the acting person answers for somebody of the staff in a conversation, or for safeguarding. */
export async function supervises(reader: Reader<PersonActor>, conversation: Peopled): Promise<boolean> {
  const has = await standing(reader)
  if (maySuperviseAll.some(role => has.has(role))) return true
  if (!maySupervise.some(role => has.has(role))) return false
  const staff = conversation.participants.filter(p => isStaff(p.part)).map(p => p.person_id)
  return answersForOneOf(reader, staff)
}

/** Whether one of these answers to the acting person, who may supervise; or did, and has left the organisation since. */
export async function answersForOneOf(
  reader: Reader<PersonActor>,
  staff: readonly PersonId[],
): Promise<boolean> {
  const { personId } = reader.actor
  const line = new Set(await lineOf(reader, personId))
  if (staff.some(id => line.has(id))) return true
  // Whoever has left is in nobody’s line any more; the manager they had answers for what they did.
  const above = await Promise.all(staff.map(id => id !== personId && answersFor(reader, id)))
  return above.includes(personId)
}

/** A conversation of the people one answers for, to say who is in it. Nothing of what was said there. */
export async function conversationToMind(
  reader: Reader<PersonActor>,
  id: string,
): Promise<Permitted<'mind', ConversationRow> | undefined> {
  const conversation = await find(reader, id)
  return conversation && (await supervises(reader, conversation)) ? permit('mind', conversation) : undefined
}

/**
 * What somebody wrote where it could not go: for designated persons and deputies, and for those the worker answers to. That it was
 * read is an entry before a word is shown.
 */
export async function keptWordsToRead(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'read-kept', KeptRow> | undefined> {
  const { db, actor } = writer
  const id = idFrom<'kept-words'>(text)
  const row = id && (await selectKeptWords(db, actor.agencyId, id))
  if (!row || row.author_id === actor.personId) return undefined
  const has = await standing(writer)
  const answers =
    row.worker_id !== null &&
    maySupervise.some(role => has.has(role)) &&
    (await lineOf(writer, actor.personId)).includes(row.worker_id)
  const all = maySuperviseAll.some(role => has.has(role))
  // Whoever was given it by a leaver owes it, and may read it.
  if (!answers && !all && !(await owesKept(writer, id))) return undefined
  // What a child wrote of a worker is not for that worker, whatever their role.
  if (row.worker_id === actor.personId) return undefined
  await record(writer, {
    event: 'kept-words.read',
    about: [
      { kind: 'kept-words', id: row.id },
      { kind: 'person', id: row.author_id },
    ],
    cites: ['BG-2'],
    content: { words: row.id, at: writer.now.toISOString() },
  })
  return permit('read-kept', row)
}

const owesKept = async (writer: Writer<PersonActor>, aboutId: string): Promise<boolean> => {
  const person = writer.actor.personId
  return (
    (await owes(writer, { kind: 'kept-words', person, aboutId })) ||
    owes(writer, { kind: 'danger-kept', person, aboutId })
  )
}

/** Whose conversations a supervisor sees listed: everybody's, or those of the people they answer for. */
export async function supervised(reader: Reader<PersonActor>): Promise<'all' | 'line'> {
  const has = await standing(reader)
  return maySuperviseAll.some(role => has.has(role)) ? 'all' : 'line'
}

/**
 * The conversation as it stands now, for somebody who was let in to read and may read on: they are of the agency, and in
 * it still or supervise it still.
 */
export async function conversationToFollow(
  reader: Reader<PersonActor>,
  text: string,
): Promise<FollowedRow | undefined> {
  const { db, actor } = reader
  const id = idFrom<'conversation'>(text)
  if (!id) return undefined
  // Both questions are asked in one.
  const [conversation, here] = await Promise.all([
    selectFollowed(db, { agencyId: actor.agencyId, id }),
    isHere(reader),
  ])
  if (!conversation || !here) return undefined
  const may = partOf(conversation, actor) !== undefined || (await supervises(reader, conversation))
  return may ? conversation : undefined
}

/** Of these conversations, those that a supervisor may read: all, or those of the people they answer for. */
export async function supervisedAmong(
  reader: Reader<PersonActor>,
  ids: readonly ConversationId[],
): Promise<ReadonlySet<ConversationId>> {
  const has = await standing(reader)
  if (maySuperviseAll.some(role => has.has(role))) return new Set(ids)
  if (ids.length === 0 || !maySupervise.some(role => has.has(role))) return new Set()
  const line = await lineOf(reader, reader.actor.personId)
  return new Set(await selectWithStaff(reader.db, reader.actor.agencyId, { ids, people: line }))
}
