import { openDuties, whoOwes } from '../duties/index.ts'
import { Already } from '../kit/proof.ts'
import {
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../records/index.ts'
import { selectUnanswered } from './queries.ts'
import type { ApproachId } from './tables.ts'
import { whoHears } from './who-hears.ts'

/**
 * An approach that nobody has answered, and that is nobody's to answer any more because they left: whoever hears its
 * teller today owes the answer. Says how many.
 */
export async function oweAnswers(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { db, actor } = writer
  const opening: { id: ApproachId; persons: readonly PersonId[] }[] = []
  for (const { id, told_by } of await selectUnanswered(db, actor.agencyId)) {
    if ((await whoOwes(writer, 'answer-approach', id)).length > 0) continue
    const persons = await whoHears(writer, told_by)
    if (persons.length > 0) opening.push({ id, persons })
  }
  if (opening.length === 0) return new Already(0)
  const entry = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'approaches.owed',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: ['SN-POOR-4'],
      content: { approaches: opening.map(({ id, persons }) => ({ approach: id, persons })) },
    },
    { id: entry, value: opening.length },
  )
  for (const { id, persons } of opening)
    await openDuties(writer, 'answer-approach', persons, { kind: 'approach', id }, entry)
  return done
}
