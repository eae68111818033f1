import { closeDuties, openDuties } from '../duties/index.ts'
import { whoIsIn } from '../messages/index.ts'
import { type Holding, person } from '../people/index.ts'
import type { PersonId, Reader, Writer } from '../records/index.ts'
import { changeReview } from './change-review.ts'
import { selectOpenBy, selectOpenOf } from './queries.ts'
import { reviewerFor } from './reviewer.ts'
import type { ReviewTable } from './tables.ts'

/**
 * The reviews that a leaver has still to do. Whoever takes them over must be able to read the conversation and be in none
 * of it, so each goes to whom it would be given if it were drawn now: the worker's manager as they are by then, first.
 */
export const reviewsHolding: Holding = {
  kind: 'reviews',
  words: ['review they have still to do', 'reviews they have still to do'],
  roles: 'asked-anew',
  heldBy: async (reader, personId) =>
    named(reader, await selectOpenBy(reader.db, reader.actor.agencyId, personId)),
  async handOver(writer, { from }) {
    for (const review of await selectOpenBy(writer.db, writer.actor.agencyId, from))
      await giveAnew(writer, review, from)
    return undefined
  },
}

/**
 * The reviews that others have still to do of a leaver's conversations. One whose reviewer took the conversation over is
 * somebody else's: nobody reviews a conversation that they are in. Stands after the conversations.
 */
export const reviewedHolding: Holding = {
  kind: 'reviewed',
  words: ['review of a conversation of theirs', 'reviews of conversations of theirs'],
  roles: 'asked-anew',
  heldBy: async (reader, personId) =>
    named(reader, await selectOpenOf(reader.db, reader.actor.agencyId, personId)),
  async handOver(writer, { from }) {
    for (const review of await selectOpenOf(writer.db, writer.actor.agencyId, from)) {
      const { reviewer_id: reviewer } = review
      if (reviewer && (await whoIsIn(writer, review.conversation_id)).includes(reviewer))
        await giveAnew(writer, review)
    }
    return undefined
  },
}

const named = (reader: Reader, reviews: readonly ReviewTable[]) =>
  Promise.all(
    reviews.map(async ({ id, worker_id }) => ({
      id,
      name: `A conversation of ${(await person(reader, worker_id))?.name ?? 'somebody who has left'}`,
    })),
  )

async function giveAnew(writer: Writer, review: ReviewTable, but?: PersonId): Promise<void> {
  const next = await reviewerFor(writer, review, but)
  const { value } = await changeReview(writer, review, 'review.handed-over', { reviewer_id: next ?? null })
  const { id, entry_id } = value
  await closeDuties(writer, { kind: 'review-conversation', aboutId: id }, entry_id)
  if (next) await openDuties(writer, 'review-conversation', [next], { kind: 'review', id }, entry_id)
}
