import { closeDuties, openDuties } from '../../duties/index.ts'
import type { Permitted } from '../../kit/proof.ts'
import { Already, type Refused, refuse } from '../../kit/proof.ts'
import { type ContactHours, nextWithin } from '../../people/index.ts'
import type { Change, PersonActor, Writer } from '../../records/index.ts'
import { whoAnswers } from '../who-answers.ts'
import type { Waiting } from './queries.ts'
import { endOf, letGoAt, type Standing, type StepToTake, saysWhy, stepRules } from './rules.ts'
import { storeStep } from './step.ts'
import { goesByItself } from './wait.ts'

export interface StepAsked {
  readonly step: StepToTake
  readonly word: string | undefined
  /** For what is let go outside the hours: now, with a reason, or when they begin. */
  readonly when: 'now' | 'in-hours'
}

export type StepRefusal = Refused<'waits-no-more'> | Refused<'say-why'> | Refused<'not-yours'>

/**
 * Takes one step with a message that waits: its writer withdraws it or asks for it to go now; somebody who answers for
 * them lets it go or sends it back. What is let go is sent by the same job as what waits for the hours.
 */
export async function takeStep(
  writer: Writer<PersonActor>,
  {
    waits,
    as,
    hours,
  }: Permitted<'see-waiting', { waits: Waiting; as: Standing }> & { readonly hours: ContactHours },
  asked: StepAsked,
): Promise<Change<StepToTake, StepRefusal>> {
  const { step, word } = asked
  const end = endOf(waits)
  if (end) return end.step === step ? new Already(step) : refuse('waits-no-more')
  if (stepRules[step].who !== as) return refuse('not-yours')
  const opens = nextWithin(hours, writer.now)
  const goesAt = step === 'let-go' ? (asked.when === 'now' ? writer.now : opens) : null
  const early = goesAt !== null && goesAt < opens
  if ((step === 'asked' || step === 'sent-back' || early) && !saysWhy(word)) return refuse('say-why')
  if (step === 'asked' && waits.steps.some(one => one.step === 'asked')) return new Already(step)
  const before = step === 'let-go' ? letGoAt(waits) : undefined
  if (before && goesAt && before <= goesAt) return new Already(step)
  const stored = await storeStep(writer, waits, { step, word: word ?? null, goes_at: goesAt })
  const about = { kind: 'waiting-message', id: waits.id }
  if (step === 'asked') {
    const people = await whoAnswers(writer, waits.author_id)
    await openDuties(writer, 'release-message', people, about, stored.entryId)
  } else await closeDuties(writer, { kind: 'release-message', aboutId: waits.id }, stored.entryId)
  if (step === 'sent-back')
    await openDuties(writer, 'message-not-sent', [waits.author_id], about, stored.entryId)
  if (goesAt) await goesByItself(writer, waits.id, goesAt)
  return stored.with(step)
}
