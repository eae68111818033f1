import { hasRole, lineOf } from '../../people/index.ts'
import { type PersonActor, record, type Writer } from '../../records/index.ts'
import { supervised } from '../access.ts'
import { haveFew } from '../list-queries.ts'
import { maskWords } from '../marks/mask.ts'
import { maySupervise, type Part } from '../rules.ts'
import type { ConversationId, MessageId } from '../tables.ts'
import { type FoundRow, findInAll, findInMany, findInSome, type Question } from './queries.ts'

/** A message that was found, as the staff read it. */
export interface Found {
  readonly id: MessageId
  readonly conversation: ConversationId
  readonly subject: string
  readonly author: string
  readonly part: Part | undefined
  readonly at: Date
  readonly text: string
  readonly own: boolean
}

export interface FoundPage {
  readonly found: readonly Found[]
  /** There may be more that was said before this one. */
  readonly before: MessageId | undefined
  /** It was gone no further back than that, though the page is not full. */
  readonly isPart: boolean
}

const shown = 20

/**
 * What was said with these words in it, in the conversations that the reader may read: their own, and those that they
 * supervise. What is masked to them is not found by what is masked. That they were shown words of a conversation they are not
 * in is an entry, as each reading is.
 */
export async function findMessages(
  writer: Writer<PersonActor>,
  words: string,
  before: MessageId | undefined,
): Promise<FoundPage> {
  const { actor } = writer
  const question = { agencyId: actor.agencyId, reader: actor.personId, words, before, most: shown + 1 }
  const { rows, through } = await findFor(writer, question)
  const page = rows.slice(0, shown)
  const found = page.flatMap(row => foundIn(row, words) ?? [])
  await readHere(writer, found)
  return { found, before: rows.length > shown ? page.at(-1)?.id : through, isPart: rows.length <= shown }
}

/** In so many places of people each message is looked at; in more than that, messages are found by their words first. */
const few = 300

/** What the reader may read of it: all, or what is said in their own conversations and in those of the people they answer for. */
async function findFor(
  writer: Writer<PersonActor>,
  question: Question,
): Promise<{ readonly rows: readonly FoundRow[]; readonly through?: MessageId | undefined }> {
  const { db, actor } = writer
  if ((await supervised(writer)) === 'all') return { rows: await findInAll(db, question) }
  const answers = await hasRole(writer, ...maySupervise)
  const line = answers ? await lineOf(writer, actor.personId) : []
  const people = [actor.personId, ...line]
  return (await haveFew(db, actor.agencyId, people, few))
    ? { rows: await findInSome(db, question, line) }
    : findInMany(db, question, line)
}

/** As the staff read it; nothing where only what is masked has the words. */
export function foundIn(row: FoundRow, words: string): Found | undefined {
  const text = maskWords(row.body, row.found ?? [])
  if (text !== row.body && !hasSome(text, words)) return undefined
  const { id, conversation_id, subject, author, part, sent_at, own } = row
  return {
    id,
    conversation: conversation_id,
    subject,
    author,
    part: part ?? undefined,
    at: sent_at,
    text,
    own,
  }
}

/** Whether each word of a question begins some word of a text, but for its last letters: those a word is bent by. */
const hasSome = (text: string, words: string): boolean => {
  const all = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word.slice(0, Math.max(word.length - 2, 2))))
}

/** That the reader was shown words of conversations they are not in is an entry of each. */
export async function readHere(writer: Writer<PersonActor>, found: readonly Found[]): Promise<void> {
  const others = found.filter(({ own }) => !own)
  for (const id of new Set(others.map(({ conversation }) => conversation)))
    await record(writer, {
      event: 'conversation.read',
      about: [{ kind: 'conversation', id }],
      cites: ['BG-2', 'SN-POOR-4'],
      content: {
        conversation: id,
        messages: others.filter(({ conversation }) => conversation === id).map(one => one.id),
        at: writer.now.toISOString(),
      },
    })
}
