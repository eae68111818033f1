import { newId } from '../kit/ids.ts'
import { Already, type Permitted } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { renewalEvidence } from './evidence.ts'
import { insertRenewal, type RenewalTable, selectRenewal } from './queries.ts'
import { type Months, usualMonths } from './rules.ts'

/** Says after how many months induction is walked again. It holds for whoever finishes from now on: what was given stays. */
export async function setRenewal(
  writer: Writer<PersonActor>,
  _: Permitted<'set-renewal', object>,
  months: Months,
): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const found = await selectRenewal(db, actor.agencyId)
  if ((found?.months ?? usualMonths) === months) return new Already(months)
  const entryId = newEntryId(writer)
  const row: RenewalTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    months,
    set_by: actor.personId,
    set_at: now,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'induction.renewal-set',
        about: [
          { kind: 'induction-renewal', id: row.id },
          { kind: 'agency', id: actor.agencyId },
        ],
        cites: ['SN-INPLACE-3'],
        content: contentOf(renewalEvidence, row),
      },
      { id: entryId, value: months },
    ),
    insertRenewal(db, row),
  ])
  return done
}
