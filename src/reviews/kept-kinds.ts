import { sql } from 'kysely'
import { idFrom } from '../kit/ids.ts'
import { endedAt, everInIt } from '../messages/index.ts'
import { fromAdulthood, type Kept, partOf } from '../retention/index.ts'
import { reviewEvidence } from './evidence.ts'
import { routes } from './routes.ts'
import { tables } from './tables.ts'

/** A review's words, where it found a concern or where it did not. */
const partsWhere =
  (concern: boolean): Kept['parts'] =>
  async ({ db, actor }, text) => {
    const id = idFrom<'review'>(text)
    if (!id) return []
    const row = await tables(db)
      .selectFrom('review')
      .selectAll()
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', id)
      .where('finding', 'is not', null)
      .where('finding', concern ? '=' : '<>', 'concern')
      .executeTakeFirst()
    return row ? [partOf(reviewEvidence, row)] : []
  }

/** What reviewers wrote of conversations, from when contact has ended: as long as what was said in them. */
const keptReviews: Kept = {
  kind: 'review',
  event: 'review.opened',
  standing: agencyId => {
    const ended = endedAt({ agencyId, conversation: sql`r.conversation_id` })
    return sql`select r.id, greatest(${ended}, r.found_at) as counts_from from review r
      where r.agency_id = ${agencyId} and r.finding <> 'concern' and r.words <> '(erased)' and ${ended} is not null`
  },
  parts: partsWhere(false),
}

/** What they wrote of concerns: as long as what worries somebody about a message. */
const keptConcerns: Kept = {
  kind: 'review-concern',
  event: 'review.opened',
  standing: agencyId => sql`
    select r.id, ${fromAdulthood(
      agencyId,
      sql`r.found_at`,
      everInIt({ agencyId, conversation: sql`r.conversation_id` }),
    )} as counts_from
    from review r where r.agency_id = ${agencyId} and r.finding = 'concern' and r.words <> '(erased)'`,
  parts: partsWhere(true),
  page: id => routes.review.to({ review: id }),
}

export const reviewsKept: readonly Kept[] = [keptReviews, keptConcerns]
