import { openDuties } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import { enqueue } from '../../kit/jobs/index.ts'
import { Already } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import type { Finding } from '../../screening/index.ts'
import type { ToWriteIn } from '../access.ts'
import { citesOf } from '../ruled.ts'
import { keptOf } from '../screened.ts'
import { type There, unlessThere } from '../sent-before.ts'
import { topicOf } from '../topic.ts'
import { allDesignated, whoAnswers } from '../who-answers.ts'
import { selectUnder } from '../write-queries.ts'
import { waitingEvidence } from './evidence.ts'
import { insertWaiting, type WaitingId } from './queries.ts'

/** Why a message waits: what was found in it, or until when. */
export type Why =
  | { readonly why: 'held'; readonly found: readonly Finding[] }
  | { readonly why: 'hours'; readonly goesAt: Date; readonly found: readonly Finding[] }

/**
 * Stores a worker's message where it goes to no one yet, with its entry. What is held is owed a reading by whoever answers
 * for the writer; what is critical in it, by the designated person too. What waits for the hours goes by a job of its own.
 */
export async function wait(
  writer: Writer<PersonActor>,
  { conversation }: ToWriteIn,
  written: { readonly body: string; readonly key: string; readonly reason?: string | undefined },
  why: Why,
): Promise<Recorded<undefined> | Already<There>> {
  const { db, actor, now } = writer
  // When its time comes it is known by its key: nothing else may stand under that, however long ago it was sent.
  const draft = await unlessThere(written, key => selectUnder(writer, conversation.id, key))
  if (draft instanceof Already) return draft
  const entryId = newEntryId(writer)
  const id: WaitingId = newId(now.getTime())
  const row = {
    agency_id: actor.agencyId,
    id,
    conversation_id: conversation.id,
    author_id: actor.personId,
    body: draft.body,
    why: why.why,
    goes_at: why.why === 'hours' ? why.goesAt : null,
    found: keptOf(why.found),
    reason: draft.reason ?? null,
    draft_key: draft.key,
    written_at: now,
    entry_id: entryId,
  }
  const waits = await record(
    writer,
    {
      event: 'message.waits',
      about: [
        { kind: 'waiting-message', id },
        { kind: 'conversation', id: conversation.id },
      ],
      cites: [...new Set([...citesOf(conversation.participants), ...why.found.flatMap(one => one.cites)])],
      content: contentOf(waitingEvidence, row),
    },
    { id: entryId },
  )
  insertWaiting(db, row)
  if (why.why === 'held') await oweDecision(writer, { id, entryId, found: why.found })
  else await goesByItself(writer, id, why.goesAt)
  writer.announce(topicOf(conversation.id))
  return waits
}

async function oweDecision(
  writer: Writer<PersonActor>,
  about: {
    readonly id: WaitingId
    readonly entryId: Recorded<unknown>['entryId']
    readonly found: readonly Finding[]
  },
): Promise<void> {
  const { personId } = writer.actor
  const critical = about.found.some(({ strength }) => strength === 'critical')
  const people = [
    ...(await whoAnswers(writer, personId)),
    ...(critical ? await allDesignated(writer) : []),
  ].filter(id => id !== personId)
  const thing = { kind: 'waiting-message', id: about.id }
  await openDuties(writer, 'release-message', [...new Set(people)], thing, about.entryId)
}

/** The job that sends it when its time has come. Should that job be lost, the one of every minute finds it. */
export const goesByItself = ({ db, actor, now }: Writer, id: WaitingId, at: Date): Promise<void> =>
  enqueue(db, {
    task: 'release-message',
    payload: { agencyId: actor.agencyId, waiting: id },
    key: `release-message:${id}`,
    ...(at > now ? { runAt: at } : {}),
  })
