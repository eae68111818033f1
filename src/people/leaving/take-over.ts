import { closeDuties } from '../../duties/index.ts'
import { type PersonActor, type PersonId, type Recorded, record, type Writer } from '../../records/index.ts'

/** Says that the acting person has taken up what a leaver handed to them. Closes their duty to. */
export async function takeOver(writer: Writer<PersonActor>, leaver: PersonId): Promise<Recorded<PersonId>> {
  const { actor, now } = writer
  const done = await record(writer, {
    event: 'handover.taken',
    about: [{ kind: 'person', id: leaver }],
    cites: [],
    content: { leaver, by: actor.personId, at: now.toISOString() },
  })
  await closeDuties(writer, { kind: 'take-over', person: actor.personId, aboutId: leaver }, done.entryId)
  return done.with(leaver)
}
