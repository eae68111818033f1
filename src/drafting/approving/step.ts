import type { StatementId } from '../../guidance/index.ts'
import { newId } from '../../kit/ids.ts'
import { contentOf, newEntryId, type Recorded, record, type Writer } from '../../records/index.ts'
import type { Draft } from '../access.ts'
import { stepEvidence } from '../evidence.ts'
import { insertStep, type StepTable } from '../queries.ts'
import type { Step } from '../rules.ts'

type Said = Partial<
  Pick<StepTable, 'words' | 'asked_of' | 'sign_again' | 'effective_on' | 'review_on' | 'text' | 'seen'>
>

/** Takes a draft one step on, on the record. Whether it may be taken, the verb has looked. */
export async function takeStep(
  writer: Writer,
  { draft, revision, steps }: Draft,
  step: Step,
  said: Said,
  cites: readonly StatementId[] = ['META-PURPOSE'],
): Promise<Recorded<StepTable>> {
  const { actor, now } = writer
  const row: StepTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    draft_id: draft.id,
    number: steps.length + 1,
    step,
    revision: revision.number,
    person_id: actor.kind === 'system' ? null : actor.personId,
    at: now,
    words: '',
    asked_of: null,
    sign_again: null,
    effective_on: null,
    review_on: null,
    text: null,
    seen: null,
    ...said,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: `draft.${step}`,
        about: [
          { kind: 'draft-step', id: row.id },
          { kind: 'draft', id: draft.id },
          { kind: 'policy', id: draft.policy_id },
        ],
        cites,
        content: contentOf(stepEvidence, row),
      },
      { id: row.entry_id, value: row },
    ),
    insertStep(writer.db, row),
  ])
  return done
}
