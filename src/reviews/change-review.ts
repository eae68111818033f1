import type { StatementId } from '../guidance/index.ts'
import { contentOf, newEntryId, type Recorded, record, type Writer } from '../records/index.ts'
import { reviewEvidence } from './evidence.ts'
import { type ReviewTable, tables } from './tables.ts'

/** What a review is looked at for: that contact is proper, and seen to be. */
export const cites: readonly StatementId[] = ['BG-2', 'SN-POOR-4']

const entry = (writer: Writer, event: `review.${string}`, row: ReviewTable) =>
  record(
    writer,
    {
      event,
      about: [
        { kind: 'review', id: row.id },
        { kind: 'conversation', id: row.conversation_id },
      ],
      cites,
      content: contentOf(reviewEvidence, row),
    },
    { id: row.entry_id, value: row },
  )

/** Stores a new review with its entry. */
export async function openReview(
  writer: Writer,
  about: Omit<ReviewTable, 'entry_id'>,
): Promise<Recorded<ReviewTable>> {
  const row: ReviewTable = { ...about, entry_id: newEntryId(writer) }
  const [done] = await Promise.all([
    entry(writer, 'review.opened', row),
    tables(writer.db).insertInto('review').values(row).execute(),
  ])
  return done
}

type Becomes = Pick<
  ReviewTable,
  'reviewer_id' | 'finding' | 'words' | 'found_at' | 'taken_up_by' | 'taken_up_at'
>

/** Sets what becomes of a review, on the record: the row points to the entry of the newest change. */
export async function changeReview(
  writer: Writer,
  before: ReviewTable,
  event: 'review.signed' | 'review.handed-over' | 'review.taken-up',
  set: Partial<Becomes>,
): Promise<Recorded<ReviewTable>> {
  const row: ReviewTable = { ...before, ...set, entry_id: newEntryId(writer) }
  const [done] = await Promise.all([
    entry(writer, event, row),
    tables(writer.db)
      .updateTable('review')
      .set({ ...set, entry_id: row.entry_id })
      .where('agency_id', '=', row.agency_id)
      .where('id', '=', row.id)
      .execute(),
  ])
  return done
}
