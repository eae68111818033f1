import { closeDuties, openDuties } from '../duties/index.ts'
import { type Holding, person } from '../people/index.ts'
import { changeReview } from './change-review.ts'
import { selectOpenOf } from './queries.ts'
import { reviewerFor } from './reviewer.ts'
import { mayReview } from './rules.ts'

/**
 * The reviews that a leaver has still to do. Whoever takes them over must be able to read the conversation and be in none
 * of it, so each goes to whom it would be given if it were drawn now: the worker's manager as they are by then, first.
 */
export const reviewsHolding: Holding = {
  kind: 'reviews',
  words: ['review they have still to do', 'reviews they have still to do'],
  roles: mayReview,
  heldBy: async (reader, personId) => {
    const open = await selectOpenOf(reader.db, reader.actor.agencyId, personId)
    return Promise.all(
      open.map(async ({ id, worker_id }) => ({
        id,
        name: `A conversation of ${(await person(reader, worker_id))?.name ?? 'somebody who has left'}`,
      })),
    )
  },
  async handOver(writer, { from }) {
    for (const review of await selectOpenOf(writer.db, writer.actor.agencyId, from)) {
      const next = await reviewerFor(writer, review, from)
      const { value } = await changeReview(writer, review, 'review.handed-over', {
        reviewer_id: next ?? null,
      })
      const { id, entry_id } = value
      await closeDuties(writer, { kind: 'review-conversation', aboutId: id }, entry_id)
      if (next) await openDuties(writer, 'review-conversation', [next], { kind: 'review', id }, entry_id)
    }
    return undefined
  },
}
