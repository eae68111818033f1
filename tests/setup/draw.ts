import { actorOf, agencies, type CastName } from '../../src/demo/index.ts'
import { days, later } from '../../src/kit/clock.ts'
import { conversationToRead } from '../../src/messages/index.ts'
import { type Ground, readOnRecord, system, write } from '../../src/records/index.ts'
import { reviewToSign, reviewToTakeUp } from '../../src/reviews/access.ts'
import { drawReviews } from '../../src/reviews/index.ts'
import { type Found, signReview, takeUpReview } from '../../src/reviews/sign-review.ts'
import type { TestHouse } from './house.ts'

/** The house a week from now. */
const weekAfter = ({ house: { ground } }: TestHouse): Ground => ({
  ...ground,
  clock: () => later(ground.clock(), days(7)),
})

/** Once all that was said is in the log, draws Riverside's reviews as the job does in the week after. Says how many. */
export async function drawnOnMonday(house: TestHouse): Promise<number> {
  await house.sequence()
  return write(weekAfter(house), system(agencies.riverside.id), drawReviews)
}

/** In that week somebody reads what was drawn, and signs what they found. */
export async function reviewed(
  house: TestHouse,
  who: CastName,
  review: { readonly id: string; readonly conversation_id: string },
  found: Found,
): Promise<void> {
  const [ground, actor] = [weekAfter(house), actorOf(who)]
  await readOnRecord(ground, actor, writer => conversationToRead(writer, review.conversation_id))
  await write(ground, actor, async writer => {
    const here = await reviewToSign(writer, review.id)
    if (!here) throw new Error(`${who} may not sign this`)
    return signReview(writer, here, found)
  })
}

/** In that week somebody takes up the concern that was found. */
export const takenUp = (house: TestHouse, who: CastName, id: string) =>
  write(weekAfter(house), actorOf(who), async writer => {
    const here = await reviewToTakeUp(writer, id)
    if (!here) throw new Error(`${who} may not take this up`)
    return takeUpReview(writer, here)
  })
