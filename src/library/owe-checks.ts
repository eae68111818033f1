import { openDuties, whoOwes } from '../duties/index.ts'
import { type Note, notes } from '../guidance/index.ts'
import { Already } from '../kit/proof.ts'
import { withRole } from '../people/index.ts'
import {
  agenciesHere,
  type Ground,
  newEntryId,
  type Recorded,
  record,
  type SystemActor,
  system,
  type Writer,
  write,
} from '../records/index.ts'
import { type Checks, checksOf, stateOf } from './checks.ts'

/** The notes that are to be checked again, or whose words have changed since they were. */
export const dueNotes = (checks: Checks, now: Date): readonly Note[] =>
  notes.filter(one => {
    const state = stateOf(one, checks.get(one.id), now)
    return state === 'due again' || state === 'changed since'
  })

/**
 * Opens the duty to check the notes that are due, for each designated person of the agency who does not owe it already.
 * Says for how many. It closes when the last note that is due has been checked: check-note.ts.
 */
export async function oweChecks(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { agencyId } = writer.actor
  const due = dueNotes(await checksOf(writer), writer.now)
  if (due.length === 0) return new Already(0)
  const [people, owing] = await Promise.all([
    withRole(writer, 'designated-person'),
    whoOwes(writer, 'check-notes', agencyId),
  ])
  const persons = people.filter(id => !owing.includes(id))
  if (persons.length === 0) return new Already(0)
  const entryId = newEntryId(writer)
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'notes.due',
        about: [{ kind: 'agency', id: agencyId }],
        cites: ['META-REVIEW'],
        content: { notes: due.map(({ id }) => id), persons },
      },
      { id: entryId, value: persons.length },
    ),
    openDuties(writer, 'check-notes', persons, { kind: 'agency', id: agencyId }, entryId),
  ])
  return done
}

/** Once a day, for every agency in turn. */
export const libraryJobs = (ground: Ground) => ({
  'owe-checks': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), oweChecks)
  },
})
