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
import { cites } from './change-review.ts'
import { shareEvidence } from './evidence.ts'
import { selectShare } from './queries.ts'
import { type Percent, usualPercent } from './rules.ts'
import { type ReviewShareTable, tables } from './tables.ts'

/** Sets how large a share is drawn each week, in per cent. It holds from the next draw on. */
export async function setShare(
  writer: Writer<PersonActor>,
  _: Permitted<'set-share', object>,
  percent: Percent,
): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const stands = (await selectShare(db, actor.agencyId))?.percent ?? usualPercent
  if (stands === percent) return new Already(percent)
  const row: ReviewShareTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    percent,
    set_by: actor.personId,
    set_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'review.share-set',
        about: [
          { kind: 'review-share', id: row.id },
          { kind: 'agency', id: actor.agencyId },
        ],
        cites,
        content: contentOf(shareEvidence, row),
      },
      { id: row.entry_id, value: percent },
    ),
    tables(db).insertInto('review_share').values(row).execute(),
  ])
  return done
}
