import { openDuties, whoOwes } from '../../duties/index.ts'
import { Already } from '../../kit/proof.ts'
import { newEntryId, type Recorded, record, type SystemActor, type Writer } from '../../records/index.ts'
import { registerStanding } from '../rules.ts'
import { endOf } from './end-of.ts'
import { selectRegister } from './queries.ts'

/**
 * Opens the duty to review each policy whose review is due, for its owner, unless they owe it already. Says how many.
 * It closes when a version is published, or the review is recorded as done without change: own-policy.ts.
 */
export async function oweReviews(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const opening = []
  for (const { id, published_at, owner_id, review_on } of await selectRegister(db, actor.agencyId)) {
    if (!owner_id || !review_on) continue
    const standing = registerStanding({ publishedAt: published_at, reviewOn: review_on }, now)
    if (standing !== 'due' && standing !== 'overdue') continue
    if ((await whoOwes(writer, 'review-policy', id)).includes(owner_id)) continue
    opening.push({ policy: id, person: owner_id, day: review_on })
  }
  if (opening.length === 0) return new Already(0)
  const entryId = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'policies.due',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: ['EXP-0'],
      content: { reviews: opening },
    },
    { id: entryId, value: opening.length },
  )
  for (const { policy, person, day } of opening)
    await openDuties(writer, 'review-policy', [person], { kind: 'policy', id: policy }, entryId, endOf(day))
  return done
}
