import { textOf } from '../../clauses/index.ts'
import { closeDuties } from '../../duties/index.ts'
import { type CalendarDay, dayAt, monthsAfter } from '../../guidance/index.ts'
import { type Permitted, Refused, refuse } from '../../kit/proof.ts'
import type { PersonActor, Recorded, Writer } from '../../records/index.ts'
import { type Draft, toApprove } from '../access.ts'
import { gapsIn, seenOf } from '../fit/seen.ts'
import type { StepTable } from '../queries.ts'
import { allows } from '../rules.ts'
import { wrongDay } from './ask-approval.ts'
import { publishApproved } from './publish-approved.ts'
import { takeStep } from './step.ts'

export interface Approval {
  /** The number of the revision that was read. */
  readonly wasRead: number
  readonly effectiveOn: CalendarDay
  readonly reviewOn: CalendarDay | null
  /** Whether the approver says that they have seen what is missing, weaker, contradicted or still to be checked. */
  readonly seen: boolean
}
/** What came of it: in force at once, or on its day. */
export interface Approving {
  readonly published: boolean
}
export type ApproveRefusal =
  | Refused<'you-wrote-it'>
  | Refused<'not-your-role'>
  | Refused<'not-asked'>
  | Refused<'changed-meanwhile'>
  | Refused<'nothing-changed'>
  | Refused<'not-seen'>
  | Refused<'day-is-past'>
  | Refused<'day-too-far'>
  | Refused<'review-not-ahead'>

/**
 * A second person approves the draft by name, exactly as they read it. From its day on it is the version in force: at once
 * when that is today. What the guidance asks for and the text has not forbids nothing, but they must say that they saw it.
 */
export async function approveDraft(
  writer: Writer<PersonActor>,
  found: Draft,
  given: Approval,
): Promise<Recorded<Approving> | ApproveRefusal> {
  const draft = await toApprove(writer, found)
  if (draft instanceof Refused) return draft
  const { shelf, revision, state } = draft
  if (!allows(state, 'approved')) return refuse('not-asked')
  if (revision.number !== given.wasRead) return refuse('changed-meanwhile')
  const text = textOf(revision.made_of)
  if (text === shelf.newest?.text) return refuse('nothing-changed')
  const wrong = wrongDay(writer, given.effectiveOn)
  if (wrong) return wrong
  const { reviewOn } = given
  if (reviewOn && (reviewOn <= given.effectiveOn || reviewOn > monthsAfter(given.effectiveOn, 60)))
    return refuse('review-not-ahead')
  const seen = seenOf(shelf.policy.kind, revision.made_of)
  if (!given.seen && gapsIn(seen) > 0) return refuse('not-seen')
  return settle(writer, draft, { ...given, text, seen })
}

async function settle(
  writer: Writer<PersonActor>,
  draft: Permitted<'approve', Draft>,
  given: Omit<Approval, 'seen'> & Pick<StepTable, 'text' | 'seen'>,
): Promise<Recorded<Approving>> {
  const asked = draft.steps.findLast(({ step }) => step === 'asked')
  const done = await takeStep(
    writer,
    draft,
    'approved',
    {
      sign_again: asked?.sign_again ?? true,
      effective_on: given.effectiveOn,
      review_on: given.reviewOn,
      text: given.text,
      seen: given.seen,
    },
    ['EXP-0'],
  )
  const { policy } = draft.shelf
  await closeDuties(writer, { kind: 'approve-policy', aboutId: policy.id }, done.value.entry_id)
  const published = given.effectiveOn <= dayAt(writer.now)
  if (published) await publishApproved(writer, policy.id)
  return done.with({ published })
}
