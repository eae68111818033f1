import { rulesIn } from '../../clauses/index.ts'
import { dayAt } from '../../guidance/index.ts'
import { Already, Refused } from '../../kit/proof.ts'
import { setFromPolicy } from '../../own-rules/index.ts'
import {
  type Approved,
  type PolicyId,
  type PolicyVersionTable,
  publishVersion,
} from '../../policies/index.ts'
import type { Recorded, SystemActor, Writer } from '../../records/index.ts'
import { approvedToPublish, draftThatWaits } from '../access.ts'
import { selectDayHasCome } from '../queries.ts'
import { takeStep } from './step.ts'

/** Publishes the draft of a policy that was approved and whose day has come. Does nothing where none is waiting. */
export async function publishApproved(
  writer: Writer,
  policy: PolicyId,
): Promise<Recorded<PolicyVersionTable> | Already<undefined>> {
  const [approved, draft] = [await approvedToPublish(writer, policy), await draftThatWaits(writer, policy)]
  if (!approved || !draft) return new Already(undefined)
  const published = await publishVersion(writer, approved)
  // Nothing else publishes while a draft waits, so that what was approved differs from what is in force.
  if (published instanceof Refused) throw new Error(`draft ${draft.draft.id} is in force already`)
  await takeStep(writer, draft, 'published', {})
  await setRules(writer, approved, published.value)
  return published
}

/** What the chosen wordings ask for besides the guidance is asked wherever somebody asks before they act. */
async function setRules(
  writer: Writer,
  { policy, madeOf }: Approved,
  { number }: PolicyVersionTable,
): Promise<void> {
  const rules = madeOf ? rulesIn(madeOf).map(({ rule, says }) => ({ ...rule, says })) : []
  await setFromPolicy(writer, { policy, version: number, rules })
}

/** Publishes every approved draft of the agency whose day has come. Says how many. */
export async function publishOnTheDay(
  writer: Writer<SystemActor>,
): Promise<Recorded<number> | Already<number>> {
  const waiting = await selectDayHasCome(writer.db, writer.actor.agencyId, dayAt(writer.now))
  let done: Recorded<PolicyVersionTable> | undefined
  for (const policy of waiting) {
    const published = await publishApproved(writer, policy)
    if (!(published instanceof Already)) done = published
  }
  return done ? done.with(waiting.length) : new Already(0)
}
