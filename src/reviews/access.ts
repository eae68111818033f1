import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { whoIsIn } from '../messages/index.ts'
import { hasRole } from '../people/index.ts'
import { lastOf, type PersonActor, type Reader } from '../records/index.ts'
import { type ReviewRow, selectReview } from './queries.ts'
import { mayOversee, mayReadAll, mayReview } from './rules.ts'
import type { ReviewId } from './tables.ts'

export interface ReviewHere {
  readonly review: ReviewRow
  /** When the acting person last opened the conversation since it was drawn, by the record. */
  readonly readAt: Date | undefined
  /** Whether this is a concern that they may take up. */
  readonly takesUp: boolean
}

async function find(reader: Reader<PersonActor>, text: string): Promise<ReviewRow | undefined> {
  const id = idFrom<'review'>(text)
  return id && selectReview(reader.db, reader.actor.agencyId, id as ReviewId)
}

/**
 * A review, for its reviewer; a concern that it found, for those who hear of concerns and are not in the conversation.
 * Nobody else sees that a conversation was drawn.
 */
export async function reviewToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see-review', ReviewHere> | undefined> {
  const review = await find(reader, text)
  const { actor } = reader
  if (!review || actor.kind !== 'staff') return undefined
  const isReviewer = review.reviewer_id === actor.personId && (await hasRole(reader, ...mayReview))
  const hears = review.finding === 'concern' && (await hearsConcern(reader, review))
  if (!isReviewer && !hears) return undefined
  const readAt = await lastOf(reader, {
    aboutId: review.conversation_id,
    event: 'conversation.read',
    personId: actor.personId,
    since: review.opened_at,
  })
  return permit('see-review', { review, readAt, takesUp: hears && !review.taken_up_at })
}

async function hearsConcern(reader: Reader<PersonActor>, review: ReviewRow): Promise<boolean> {
  const { personId } = reader.actor
  if (review.worker_id === personId || !(await hasRole(reader, ...mayReadAll, 'senior-manager'))) return false
  return !(await whoIsIn(reader, review.conversation_id)).includes(personId)
}

/** A review that is the acting person's to sign, and is not signed. */
export async function reviewToSign(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'sign-review', ReviewHere> | undefined> {
  const found = await reviewToSee(reader, text)
  const isTheirs = found?.review.reviewer_id === reader.actor.personId && found.review.finding === null
  return found && isTheirs ? permit('sign-review', { ...found }) : undefined
}

/** A concern that a review found, for whoever may take it up while nobody has. */
export async function reviewToTakeUp(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'take-up-review', ReviewHere> | undefined> {
  const found = await reviewToSee(reader, text)
  return found?.takesUp ? permit('take-up-review', { ...found }) : undefined
}

/** What was said of the acting person's own conversation, but never a concern. */
export async function reviewToHear(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'hear-review', ReviewRow> | undefined> {
  const review = await find(reader, text)
  const isTheirs = review?.worker_id === reader.actor.personId
  return review && isTheirs && review.finding && review.finding !== 'concern'
    ? permit('hear-review', review)
    : undefined
}

/** The right to see every draw, and to set the share: a senior manager's or a designated person's. */
export async function drawsToOversee(
  reader: Reader<PersonActor>,
): Promise<Permitted<'set-share', { readonly may: true }> | undefined> {
  return (await hasRole(reader, ...mayOversee)) ? permit('set-share', { may: true as const }) : undefined
}
