import { newId } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import { mayWork } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { chooseScenarios } from './choose-scenarios.ts'
import { walkEvidence } from './evidence.ts'
import { insertWalk, selectNewestWalk, type WalkTable } from './queries.ts'

/** Begins a walk of one's own, with situations that differ from the last time. One that is begun and not passed goes on. */
export async function beginWalk(
  writer: Writer<PersonActor>,
): Promise<Recorded<WalkTable> | Already<WalkTable>> {
  const { db, actor, now } = writer
  const last = await selectNewestWalk(db, actor.agencyId, actor.personId)
  if (last && !last.passed) return new Already(last)
  const entryId = newEntryId(writer)
  const id = newId<'induction-walk'>(now.getTime())
  const contact = mayWork.some(role => actor.roles.includes(role))
  const row: WalkTable = {
    agency_id: actor.agencyId,
    id,
    person_id: actor.personId,
    number: (last?.number ?? 0) + 1,
    scenarios: chooseScenarios({ seed: id, contact, last: last?.scenarios ?? [] }),
    begun_at: now,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'induction.begun',
        about: [
          { kind: 'induction-walk', id },
          { kind: 'person', id: actor.personId },
        ],
        cites: ['SN-INPLACE-3'],
        content: contentOf(walkEvidence, row),
      },
      { id: entryId, value: row },
    ),
    insertWalk(db, row),
  ])
  return done
}
