import { closeDuties, openDuties } from '../../duties/index.ts'
import { type CalendarDay, dayAt, monthsAfter } from '../../guidance/index.ts'
import { newId } from '../../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { staff } from '../../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { ownerEvidence } from '../evidence.ts'
import { type PolicyTable, selectNewestVersion } from '../queries.ts'
import { monthsToReview, mostMonthsToReview, registerStanding } from '../rules.ts'
import { endOf } from './end-of.ts'
import { insertOwner, type PolicyOwnerTable, selectOwner } from './queries.ts'

export type OwnerGiven = Pick<PolicyOwnerTable, 'owner_id' | 'review_on'>
export type OwnerRefusal = Refused<'owner-not-here'> | Refused<'too-far-off'>

/**
 * Gives a policy an owner and the day of its next review. A day that is past is taken: the policy is then overdue, and
 * says so. Refuses an owner who does not work here now, and a day too far off to be meant.
 */
export async function ownPolicy(
  writer: Writer<PersonActor>,
  { policy }: Permitted<'own', { policy: PolicyTable }>,
  given: OwnerGiven,
): Promise<Recorded<PolicyOwnerTable> | OwnerRefusal> {
  const here = await staff(writer)
  if (!here.some(member => member.id === given.owner_id)) return refuse('owner-not-here')
  if (tooFarOff(writer, given)) return refuse('too-far-off')
  return setOwner(writer, policy, { ...given, reason: 'set', remark: '' })
}

export const tooFarOff = ({ now }: Writer, { review_on }: Pick<OwnerGiven, 'review_on'>): boolean =>
  review_on > monthsAfter(dayAt(now), mostMonthsToReview)

/** Sets owner and review day, on the record; whoever owned it before owes no review of it any more. */
export async function setOwner(
  writer: Writer,
  policy: Pick<PolicyTable, 'id'>,
  set: OwnerGiven & Pick<PolicyOwnerTable, 'reason' | 'remark'>,
): Promise<Recorded<PolicyOwnerTable>> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row: PolicyOwnerTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    policy_id: policy.id,
    ...set,
    set_at: now,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: set.reason === 'reviewed' ? 'policy.reviewed' : 'policy.owned',
        about: [
          { kind: 'policy-owner', id: row.id },
          { kind: 'policy', id: policy.id },
        ],
        cites: ['EXP-0'],
        content: contentOf(ownerEvidence, row),
      },
      { id: entryId, value: row },
    ),
    insertOwner(db, row),
  ])
  await settleDuty(writer, row)
  return done
}

/** The duty to review is the owner's, from a month before the day until it is done: nobody else's, and not before. */
async function settleDuty(writer: Writer, row: PolicyOwnerTable): Promise<void> {
  const { db, actor, now } = writer
  const about = { kind: 'policy', id: row.policy_id }
  await closeDuties(writer, { kind: 'review-policy', aboutId: about.id }, row.entry_id)
  const newest = await selectNewestVersion(db, actor.agencyId, row.policy_id)
  const standing = registerStanding(
    { publishedAt: newest?.published_at ?? null, reviewOn: row.review_on },
    now,
  )
  if (standing === 'due' || standing === 'overdue')
    await openDuties(writer, 'review-policy', [row.owner_id], about, row.entry_id, endOf(row.review_on))
}

/**
 * A new version of a policy is its review: the next is on the day that its approver set. Where they set none, it is a year
 * on if the review was due, and else stays. A policy that nobody owns has no day.
 */
export async function reviewedByPublishing(
  writer: Writer,
  policy: Pick<PolicyTable, 'id'>,
  set: CalendarDay | null,
): Promise<void> {
  const { db, actor, now } = writer
  const owner = await selectOwner(db, actor.agencyId, policy.id)
  if (!owner || set === owner.review_on) return
  const stands = registerStanding({ publishedAt: now, reviewOn: owner.review_on }, now) === 'in force'
  if (!set && stands) return
  const review_on = set ?? monthsAfter(dayAt(now), monthsToReview)
  await setOwner(writer, policy, { owner_id: owner.owner_id, review_on, reason: 'published', remark: '' })
}
