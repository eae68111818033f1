import { closeDuties } from '../duties/index.ts'
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
import { passEvidence } from './evidence.ts'
import { deleteTries, insertPass, type PassTable, selectRenewal } from './queries.ts'
import { usualMonths, validFrom } from './rules.ts'
import { toDo, triesByPart, type Walking } from './walking.ts'

/**
 * Says that a person has walked the whole path. What stays is that they did, when, until when it counts, and how many tries
 * each part took. How each question went is forgotten here: what somebody gets wrong while they learn is no evidence
 * against them. Refuses while a part is still to do.
 */
export async function passInduction(
  writer: Writer<PersonActor>,
  walking: Permitted<'walk', Walking>,
): Promise<Recorded<PassTable> | Refused<'not-yet'>> {
  if (toDo(walking).length > 0) return refuse('not-yet')
  const { db, actor, now } = writer
  const { walk } = walking
  const renewal = await selectRenewal(db, actor.agencyId)
  const entryId = newEntryId(writer)
  const row: PassTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    walk_id: walk.id,
    person_id: actor.personId,
    passed_at: now,
    valid_until: validFrom(now, renewal?.months ?? usualMonths),
    tries: triesByPart(walking),
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'induction.passed',
        about: [
          { kind: 'induction-pass', id: row.id },
          { kind: 'person', id: actor.personId },
          { kind: 'induction-walk', id: walk.id },
        ],
        cites: ['SN-INPLACE-3', 'LEG-0', 'BG-4', 'GEN-APP-6'],
        content: contentOf(passEvidence, row),
      },
      { id: entryId, value: row },
    ),
    insertPass(db, row),
    deleteTries(db, actor.agencyId, walk.id),
    closeDuties(writer, { kind: 'induction', person: actor.personId, aboutId: actor.agencyId }, entryId),
  ])
  return done
}
