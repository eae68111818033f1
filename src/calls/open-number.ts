import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { FamilyHere } from './access.ts'
import { numberOpeningEvidence } from './evidence.ts'
import { callTables, type OpeningId } from './queries.ts'

/**
 * Opens the number of somebody of a family for one call, with its reason. The opening is an entry, and whoever opened it
 * owes the writing down of the call.
 */
export async function openNumber(
  writer: Writer<PersonActor>,
  { person, mayOpen }: Permitted<'call', FamilyHere>,
  reason: string,
): Promise<Recorded<OpeningId> | Refused<'not-yours'> | Refused<'no-number'>> {
  if (!mayOpen) return refuse('not-yours')
  if (!person.phone) return refuse('no-number')
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const id: OpeningId = newId(now.getTime())
  const row = {
    agency_id: actor.agencyId,
    id,
    person_id: person.id,
    opened_by: actor.personId,
    opened_at: now,
    reason,
    entry_id: entryId,
  }
  const done = await record(
    writer,
    {
      event: 'number.opened',
      about: [
        { kind: 'number-opening', id },
        { kind: 'person', id: person.id },
      ],
      cites: ['PH-POOR-2'],
      content: contentOf(numberOpeningEvidence, row),
    },
    { id: entryId, value: id },
  )
  await callTables(db).insertInto('number_opening').values(row).execute()
  await openDuties(writer, 'log-call', [actor.personId], { kind: 'number-opening', id }, entryId)
  return done
}
