import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import { spokenIn } from '../messages/index.ts'
import {
  checkpointBefore,
  contentOf,
  newEntryId,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { cites, openReview } from './change-review.ts'
import { draw } from './draw.ts'
import { drawEvidence } from './evidence.ts'
import { hasDraw, selectLastWeek, selectShare } from './queries.ts'
import { reviewerFor } from './reviewer.ts'
import { usualPercent } from './rules.ts'
import { type ReviewDrawTable, type ReviewTable, tables } from './tables.ts'

/**
 * Draws the reviews of the week that ended last, once: says how many. Nothing is drawn where the record had no checkpoint
 * by then. Safe to run at any time and by several processes: a second draw of a week meets the first.
 */
export async function drawReviews(writer: Writer): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const { week, from, to } = await selectLastWeek(db, now)
  if (await hasDraw(db, actor.agencyId, week)) return new Already(0)
  const checkpoint = await checkpointBefore(writer, to)
  if (!checkpoint) return new Already(0)
  const spoken = await spokenIn(writer, from, to)
  const percent = (await selectShare(db, actor.agencyId))?.percent ?? usualPercent
  const lot = { week, root: checkpoint.root, percent }
  const conversations = new Set(spoken.map(one => one.conversation))
  const made = await recordDraw(writer, {
    ...lot,
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    size: checkpoint.size,
    spoken: conversations.size,
    drawn_at: now,
    entry_id: newEntryId(writer),
  })
  const drawn = draw(lot, spoken)
  for (const id of drawn) {
    const one = spoken.find(({ conversation }) => conversation === id)
    if (one) await open(writer, made.value, one)
  }
  return made.with(drawn.length)
}

async function recordDraw(writer: Writer, row: ReviewDrawTable): Promise<Recorded<ReviewDrawTable['id']>> {
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'review.drawn',
        about: [
          { kind: 'review-draw', id: row.id },
          { kind: 'agency', id: row.agency_id },
        ],
        cites,
        content: contentOf(drawEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    tables(writer.db).insertInto('review_draw').values(row).execute(),
  ])
  return done
}

async function open(
  writer: Writer,
  drawId: ReviewTable['draw_id'],
  {
    conversation,
    worker,
  }: { conversation: ReviewTable['conversation_id']; worker: ReviewTable['worker_id'] },
): Promise<void> {
  const { actor, now } = writer
  const reviewer = await reviewerFor(writer, { conversation_id: conversation, worker_id: worker })
  const { value } = await openReview(writer, {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    draw_id: drawId,
    conversation_id: conversation,
    worker_id: worker,
    reviewer_id: reviewer ?? null,
    opened_at: now,
    finding: null,
    words: null,
    found_at: null,
    taken_up_by: null,
    taken_up_at: null,
  })
  if (!reviewer) return
  await openDuties(
    writer,
    'review-conversation',
    [reviewer],
    { kind: 'review', id: value.id },
    value.entry_id,
  )
}
