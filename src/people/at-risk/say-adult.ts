import { newId } from '../../kit/ids.ts'
import { Already, type Permitted } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../../records/index.ts'
import type { PersonHere } from '../access.ts'
import { atRiskEvidence } from '../evidence.ts'
import { type AtRiskTable, insertAtRisk, isAdultAtRisk } from './queries.ts'

/**
 * Says that somebody who is entered as a child is an adult who may be at risk, or that they are a child after all. Everything that
 * holds for a child holds for both; an adult agrees for themselves.
 */
export async function sayAdult(
  writer: Writer<PersonActor>,
  { person }: Permitted<'say-adult', PersonHere>,
  atRisk: boolean,
): Promise<Change<PersonId>> {
  const { db, actor, now } = writer
  if ((await isAdultAtRisk(writer, person.id)) === atRisk) return new Already(person.id)
  const row: AtRiskTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    person_id: person.id,
    at_risk: atRisk,
    set_by: actor.personId,
    set_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'person.at-risk',
        about: [{ kind: 'person', id: person.id }],
        cites: ['GEN-GUIDE-2'],
        content: contentOf(atRiskEvidence, row),
      },
      { id: row.entry_id, value: person.id },
    ),
    insertAtRisk(db, row),
  ])
  return done
}
