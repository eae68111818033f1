import type { WhomNow } from '../duties/index.ts'
import { person } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { staffIn } from './deliver-to.ts'
import { type KeptRow, selectKeptWords } from './kept-queries.ts'
import { whoReads } from './kept-words.ts'
import { type MarkId, selectMark } from './marks/queries.ts'
import { selectMessage } from './queries.ts'
import { selectWaiting, type WaitingId } from './waiting/queries.ts'
import { allDesignated, whoAnswers } from './who-answers.ts'

/** Whoever answers for the one who wrote a marked message; for the workers, where one of the family wrote it. */
async function looks(reader: Reader, markId: string): Promise<readonly PersonId[]> {
  const { db, actor } = reader
  const mark = await selectMark(db, actor.agencyId, markId as MarkId)
  const message = mark && (await selectMessage(db, actor.agencyId, mark.message_id))
  if (!message) return []
  const workers =
    mark.author_kind === 'staff' ? [message.author_id] : await staffIn(reader, mark.conversation_id)
  const people = await Promise.all(workers.map(worker => whoAnswers(reader, worker)))
  return [...new Set(people.flat())].filter(id => id !== message.author_id)
}

async function reads(reader: Reader, id: string, danger: boolean): Promise<readonly PersonId[]> {
  const row = await selectKeptWords(reader.db, reader.actor.agencyId, id as KeptRow['id'])
  const author = row && (await person(reader, row.author_id))
  if (!row || !author) return []
  const readers = await whoReads(reader, { kind: author.kind, personId: row.author_id }, row.worker_id)
  if (!danger) return readers
  const designated = (await allDesignated(reader)).filter(
    one => one !== row.worker_id && one !== row.author_id,
  )
  return designated.length > 0 ? designated : readers
}

/** Who would be asked today to look at what was said. */
export const messagesWhomNow = {
  'look-at-message': looks,
  danger: async (reader, id) => {
    const designated = await allDesignated(reader)
    return designated.length > 0 ? designated : looks(reader, id)
  },
  'kept-words': (reader, id) => reads(reader, id, false),
  'danger-kept': (reader, id) => reads(reader, id, true),
  'release-message': async (reader, id) => {
    const waits = await selectWaiting(reader.db, reader.actor.agencyId, id as WaitingId)
    return waits ? whoAnswers(reader, waits.author_id) : []
  },
} satisfies Partial<WhomNow>
