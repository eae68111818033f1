import { dayAt } from '../../guidance/index.ts'
import { Already, Refused } from '../../kit/proof.ts'
import { type PolicyId, type PolicyVersionTable, publishVersion } from '../../policies/index.ts'
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
  return published
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
