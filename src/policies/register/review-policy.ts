import { dayAt } from '../../guidance/index.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { PersonActor, Recorded, Writer } from '../../records/index.ts'
import type { PolicyToReview } from '../access.ts'
import { setOwner, tooFarOff } from './own-policy.ts'
import type { PolicyOwnerTable } from './queries.ts'

/**
 * Says on the record that a policy was reviewed and nothing in it needs to change, and when it is reviewed next. Refuses
 * a next day that is not ahead, and a policy whose owner or version is not what was on the page when it was read.
 */
export async function reviewPolicy(
  writer: Writer<PersonActor>,
  { policy, newest, owner }: Permitted<'review', PolicyToReview>,
  given: Pick<PolicyOwnerTable, 'review_on' | 'remark'> & { readonly ofVersion: string },
): Promise<Recorded<PolicyOwnerTable> | Refused<'changed'> | Refused<'not-ahead'> | Refused<'too-far-off'>> {
  const { ofVersion, ...said } = given
  if (newest.id !== ofVersion) return refuse('changed')
  if (said.review_on <= dayAt(writer.now)) return refuse('not-ahead')
  if (tooFarOff(writer, said)) return refuse('too-far-off')
  return setOwner(writer, policy, { ...said, owner_id: owner.owner_id, reason: 'reviewed' })
}
