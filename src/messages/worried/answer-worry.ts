import { closeDuties, openDuties, whoOwes } from '../../duties/index.ts'
import { hours, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Permitted } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../../records/index.ts'
import { worryAnswerEvidence } from './evidence.ts'
import { insertWorryAnswer, selectUnanswered, type WorryRow } from './queries.ts'
import type { WorryAnswerTable, WorryId } from './tables.ts'
import { everybodyWhoReads } from './who-reads.ts'

/** Says what was done about a worry: nobody owes it any more. */
export async function answerWorry(
  writer: Writer<PersonActor>,
  worry: Permitted<'answer', WorryRow>,
  words: string,
): Promise<Recorded<WorryId>> {
  const { db, actor, now } = writer
  const row: WorryAnswerTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    worry_id: worry.id,
    answered_by: actor.personId,
    words,
    answered_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'worry.answered',
        about: [
          { kind: 'worry-answer', id: row.id },
          { kind: 'worry', id: worry.id },
        ],
        cites: ['BG-2'],
        content: contentOf(worryAnswerEvidence, row),
      },
      { id: row.entry_id, value: worry.id },
    ),
    insertWorryAnswer(db, row),
  ])
  await closeDuties(writer, { kind: 'read-worry', aboutId: worry.id }, row.entry_id)
  return done
}

/** How long a worry waits for those who were told first before everybody else who may read it owes it too. */
export const waitsFor = hours(24)

/**
 * Worries that nobody has answered for a day, or that are nobody's because they left: everybody who may read them owes it
 * now. It is never reminded of through a manager: that might be who wrote the message. Says how many.
 */
export async function oweWorries(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const opening: { id: WorryId; persons: readonly PersonId[] }[] = []
  for (const { id, author_id, raised_at } of await selectUnanswered(db, actor.agencyId, now)) {
    const owing = await whoOwes(writer, 'read-worry', id)
    if (owing.length > 0 && raised_at > later(now, -waitsFor)) continue
    const persons = (await everybodyWhoReads(writer, author_id)).filter(one => !owing.includes(one))
    if (persons.length > 0) opening.push({ id, persons })
  }
  if (opening.length === 0) return new Already(0)
  const entry = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'worries.wait',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: ['BG-2'],
      content: { worries: opening.map(({ id, persons }) => ({ worry: id, persons })) },
    },
    { id: entry, value: opening.length },
  )
  for (const { id, persons } of opening)
    await openDuties(writer, 'read-worry', persons, { kind: 'worry', id }, entry)
  return done
}
