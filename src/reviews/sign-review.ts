import { closeDuties, openDuties } from '../duties/index.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import type { PersonActor, Recorded, Writer } from '../records/index.ts'
import type { ReviewHere } from './access.ts'
import { changeReview } from './change-review.ts'
import { whoHears } from './reviewer.ts'
import type { FindingKind } from './rules.ts'
import type { ReviewId, ReviewTable } from './tables.ts'

export interface Found {
  readonly finding: FindingKind
  readonly words?: string | undefined
}

/**
 * Signs what was found. It stays as it is signed. Refuses whoever has not read the conversation since it was drawn, and a
 * finding without words where somebody has to act on it. The worker is told of anything but a concern, which goes to the
 * designated person at once.
 */
export async function signReview(
  writer: Writer<PersonActor>,
  { review, readAt }: Permitted<'sign-review', ReviewHere>,
  { finding, words }: Found,
): Promise<Recorded<ReviewId> | Refused<'not-read'> | Refused<'no-words'>> {
  if (!readAt) return refuse('not-read')
  if (finding !== 'good-practice' && !words) return refuse('no-words')
  const { week: _, worker: __, reviewer: ___, ...row } = review
  const done = await changeReview(writer, row, 'review.signed', {
    finding,
    words: words ?? null,
    found_at: writer.now,
  })
  const { id, worker_id, entry_id } = done.value
  await closeDuties(writer, { kind: 'review-conversation', aboutId: id }, entry_id)
  if (finding === 'concern') await tellOfConcern(writer, done.value)
  if (finding === 'word-needed')
    await openDuties(writer, 'hear-review', [worker_id], { kind: 'review', id }, entry_id)
  return done.with(id)
}

async function tellOfConcern(writer: Writer, row: ReviewTable): Promise<void> {
  const about = { kind: 'review', id: row.id }
  await openDuties(writer, 'take-up-review', await whoHears(writer, row), about, row.entry_id)
}

/** A designated person has taken up the concern that a review found: nobody else owes it now. */
export async function takeUpReview(
  writer: Writer<PersonActor>,
  { review }: Permitted<'take-up-review', ReviewHere>,
): Promise<Recorded<ReviewId>> {
  const { week: _, worker: __, reviewer: ___, ...row } = review
  const done = await changeReview(writer, row, 'review.taken-up', {
    taken_up_by: writer.actor.personId,
    taken_up_at: writer.now,
  })
  await closeDuties(writer, { kind: 'take-up-review', aboutId: row.id }, done.value.entry_id)
  return done.with(row.id)
}
