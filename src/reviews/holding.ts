import { closeDuties, openDuties, openDutiesOf } from '../duties/index.ts'
import { type Holding, person } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { changeReview } from './change-review.ts'
import { selectOpenOf, selectReview } from './queries.ts'
import { reviewerFor, whoHears } from './reviewer.ts'
import type { ReviewId } from './tables.ts'

/**
 * The reviews that a leaver has still to do. Whoever takes them over must be able to read the conversation and be in none
 * of it, so each goes to whom it would be given if it were drawn now: the worker's manager as they are by then, first. A
 * concern that a review found, and nobody has taken up, is asked of whoever would hear of it now.
 */
export const reviewsHolding: Holding = {
  kind: 'reviews',
  words: ['review they have still to do', 'reviews they have still to do'],
  roles: 'asked-anew',
  heldBy: async (reader, personId) => {
    const open = await selectOpenOf(reader.db, reader.actor.agencyId, personId)
    const named = await Promise.all(
      open.map(async ({ id, worker_id }) => ({
        id,
        name: `A conversation of ${(await person(reader, worker_id))?.name ?? 'somebody who has left'}`,
      })),
    )
    const concerns = await toTakeUp(reader, personId)
    return [
      ...named,
      ...concerns.map(({ about_id }) => ({ id: about_id, name: 'A concern that a review found' })),
    ]
  },
  async handOver(writer, { from, entry }) {
    for (const review of await selectOpenOf(writer.db, writer.actor.agencyId, from)) {
      const next = await reviewerFor(writer, review, from)
      const { value } = await changeReview(writer, review, 'review.handed-over', {
        reviewer_id: next ?? null,
      })
      const { id, entry_id } = value
      await closeDuties(writer, { kind: 'review-conversation', aboutId: id }, entry_id)
      if (next) await openDuties(writer, 'review-conversation', [next], { kind: 'review', id }, entry_id)
    }
    for (const { about_id, due_at } of await toTakeUp(writer, from)) {
      const review = await selectReview(writer.db, writer.actor.agencyId, about_id as ReviewId)
      const whom = review ? (await whoHears(writer, review)).filter(id => id !== from) : []
      await openDuties(writer, 'take-up-review', whom, { kind: 'review', id: about_id }, entry, due_at)
    }
    return undefined
  },
}

const toTakeUp = async (reader: Reader, personId: PersonId) =>
  (await openDutiesOf(reader, personId)).filter(({ kind }) => kind === 'take-up-review')
