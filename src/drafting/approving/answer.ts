import { closeDuties } from '../../duties/index.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { PersonActor, Recorded, Writer } from '../../records/index.ts'
import type { Draft } from '../access.ts'
import type { StepTable } from '../queries.ts'
import { allows } from '../rules.ts'
import { takeStep } from './step.ts'

/** How a draft goes back to being written, or ends, without becoming a version. */
export type Ending = 'sent-back' | 'withdrawn' | 'dropped'

/**
 * Sends a draft back with words, takes it back from whoever was asked or from its day, or drops it. Refuses when it stands
 * elsewhere by now: it was approved, published or dropped meanwhile.
 */
export async function endAsking(
  writer: Writer<PersonActor>,
  draft: Permitted<'write', Draft>,
  step: Ending,
  words: string,
): Promise<Recorded<StepTable> | Refused<'stands-elsewhere'>> {
  if (!allows(draft.state, step)) return refuse('stands-elsewhere')
  const done = await takeStep(writer, draft, step, { words })
  const aboutId = draft.shelf.policy.id
  await closeDuties(writer, { kind: 'approve-policy', aboutId }, done.value.entry_id)
  return done
}
