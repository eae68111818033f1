import { type DutyTable, stepsDue, stepsTaken, type Told, toTell } from '../duties/index.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { Already } from '../kit/proof.ts'
import { answersFor, withRole } from '../people/index.ts'
import { type PersonId, type Recorded, record, type SystemActor, type Writer } from '../records/index.ts'

const batch = 200

/**
 * Carries out the steps that have come for this agency's open duties: whoever is to be told gets one mail each, however
 * many duties it is about. Says how many duties were looked at; when that is `batch` there may be more.
 */
export async function followUpDuties(
  writer: Writer<SystemActor>,
): Promise<Recorded<number> | Already<number>> {
  const { db, now, actor } = writer
  const due = await stepsDue(writer, batch)
  if (due.length === 0) return new Already(0)
  const told: { duty: DutyTable['id']; person: PersonId; as: Told }[] = []
  for (const duty of due) {
    for (const as of toTell(duty.kind, duty.due_at, duty.next_at ?? duty.due_at, now))
      for (const person of await peopleToTell(writer, duty.person_id, as))
        told.push({ duty: duty.id, person, as })
    await stepsTaken(writer, duty)
  }
  for (const personId of new Set(told.map(one => one.person)))
    await enqueue(db, {
      task: 'duties-letter',
      payload: { agencyId: actor.agencyId, personId },
      key: `duties-letter:${personId}`,
    })
  return record(
    writer,
    {
      event: 'duties.followed-up',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: [],
      content: { told: told.map(one => ({ ...one })) },
    },
    { value: due.length },
  )
}

/** Whom a step speaks to. Where nobody manages a person, the senior managers stand in. */
async function peopleToTell(writer: Writer, owing: PersonId, as: Told): Promise<readonly PersonId[]> {
  if (as === 'person') return [owing]
  const above = as === 'manager' ? await answersFor(writer, owing) : undefined
  if (above) return [above]
  return (await withRole(writer, 'senior-manager')).filter(id => id !== owing)
}

export const followUpBatch = batch
