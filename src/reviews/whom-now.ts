import type { WhomNow } from '../duties/index.ts'
import { selectReview } from './queries.ts'
import { whoHears } from './reviewer.ts'
import type { ReviewId } from './tables.ts'

/** Who would hear today of a concern that a review found. */
export const reviewsWhomNow = {
  'take-up-review': async (reader, id) => {
    const review = await selectReview(reader.db, reader.actor.agencyId, id as ReviewId)
    return review ? whoHears(reader, review) : []
  },
} satisfies Partial<WhomNow>
