import { closeDuties, openDuties, owes } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import type { Permitted } from '../kit/proof.ts'
import { person } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { answerEvidence } from './evidence.ts'
import { type ApproachRow, insertAnswer } from './queries.ts'
import type { AnswerTable, ApproachId } from './tables.ts'

/** Answers whoever told of an approach, in words. It closes the duty to answer, and they are told that there is an answer. */
export async function answerApproach(
  writer: Writer<PersonActor>,
  approach: Permitted<'answer', ApproachRow>,
  words: string,
): Promise<Recorded<ApproachId>> {
  const { db, actor, now } = writer
  const row: AnswerTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    approach_id: approach.id,
    answered_by: actor.personId,
    words,
    answered_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'approach.answered',
        about: [
          { kind: 'approach-answer', id: row.id },
          { kind: 'approach', id: approach.id },
        ],
        cites: ['SN-POOR-4'],
        content: contentOf(answerEvidence, row),
      },
      { id: row.entry_id, value: approach.id },
    ),
    insertAnswer(db, row),
  ])
  await closeDuties(writer, { kind: 'answer-approach', aboutId: approach.id }, row.entry_id)
  const about = { kind: 'approach', id: approach.id }
  const teller = await person(writer, approach.told_by)
  if (teller && !teller.left_at)
    await openDuties(writer, 'read-answer', [approach.told_by], about, row.entry_id)
  return done
}

/** Whoever told has looked: if an answer waited for them, it has been read. */
export async function answerSeen(writer: Writer<PersonActor>, id: ApproachId): Promise<void> {
  const which = { kind: 'read-answer', person: writer.actor.personId, aboutId: id } as const
  if (!(await owes(writer, which))) return
  const seen = await record(writer, {
    event: 'approach.answer-seen',
    about: [{ kind: 'approach', id }],
    cites: [],
    content: { approach: id, at: writer.now.toISOString() },
  })
  await closeDuties(writer, which, seen.entryId)
}
