import { newId } from '../../kit/ids.ts'
import { contentOf, newEntryId, type Recorded, record, type Writer } from '../../records/index.ts'
import { topicOf } from '../topic.ts'
import { waitingStepEvidence } from './evidence.ts'
import { insertStep, type Step, type Waiting, type WaitingStepTable } from './queries.ts'

/** Stores one step with its entry. Whether it may be taken, the caller's access.ts has said, and the database says again. */
export async function storeStep(
  writer: Writer,
  waits: Pick<Waiting, 'id' | 'conversation_id' | 'author_id'>,
  taken: { readonly step: Step } & Partial<Pick<WaitingStepTable, 'word' | 'goes_at' | 'message_id'>>,
): Promise<Recorded<undefined>> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row: WaitingStepTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    waiting_id: waits.id,
    step: taken.step,
    person_id: actor.kind === 'system' ? null : actor.personId,
    word: taken.word ?? null,
    goes_at: taken.goes_at ?? null,
    message_id: taken.message_id ?? null,
    at: now,
    entry_id: entryId,
  }
  const stored = await record(
    writer,
    {
      event: `waiting-message.${taken.step}`,
      about: [
        { kind: 'waiting-message', id: waits.id },
        { kind: 'conversation', id: waits.conversation_id },
        { kind: 'person', id: waits.author_id },
      ],
      cites: ['GEN-INAPP-3'],
      content: contentOf(waitingStepEvidence, row),
    },
    { id: entryId },
  )
  await insertStep(db, row)
  writer.announce(topicOf(waits.conversation_id))
  return stored
}
