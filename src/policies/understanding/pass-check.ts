import { newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import type { PolicyInForce } from '../access.ts'
import { holdPolicyForSigning, selectNewestVersion, type VersionId } from '../queries.ts'
import { understandingEvidence } from './evidence.ts'
import { insertUnderstanding, selectUnderstanding, type UnderstandingTable } from './queries.ts'
import { judged, questionsOf } from './questions.ts'

export interface CheckGiven {
  readonly version: VersionId
  /** The answer to each question in turn, by its place; undefined where none was chosen. */
  readonly answers: readonly (number | undefined)[]
  /** How often these questions were answered, this time included, as the page counts it. */
  readonly tries: number
}

/**
 * Keeps that a person understood the rules of the version that they are about to sign. Refuses as long as an answer is
 * not right, and keeps nothing of it then: the questions teach, they do not mark, and a worker's slips on the way are no
 * evidence against them. So the count of tries is the page's own word, and nothing rests on it. Refuses a text that is no
 * longer the newest.
 */
export async function passCheck(
  writer: Writer<PersonActor>,
  { policy }: Permitted<'sign', PolicyInForce>,
  given: CheckGiven,
): Promise<
  Change<UnderstandingTable, Refused<'superseded'> | Refused<'not-yet', { readonly wrong: number }>>
> {
  const { db, actor, now } = writer
  await holdPolicyForSigning(db, actor.agencyId, policy.id)
  const newest = await selectNewestVersion(db, actor.agencyId, policy.id)
  if (newest?.id !== given.version) return refuse('superseded')
  const passed = await selectUnderstanding(db, actor.agencyId, actor.personId, newest.id)
  if (passed) return new Already(passed)
  const asked = await questionsOf(writer, newest)
  const wrong = asked.filter((one, at) => !judged(one, given.answers[at]).right).length
  if (wrong > 0 || asked.length === 0) return refuse('not-yet', { wrong })

  const entryId = newEntryId(writer)
  const row: UnderstandingTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    policy_id: policy.id,
    version_id: newest.id,
    text_hash: newest.text_hash,
    person_id: actor.personId,
    asked: asked.length,
    tries: given.tries,
    passed_at: now,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'policy.understood',
        about: [
          { kind: 'understanding', id: row.id },
          { kind: 'policy', id: policy.id },
          { kind: 'policy-version', id: newest.id },
        ],
        cites: ['EXP-AUP', 'INT-4'],
        content: contentOf(understandingEvidence, row),
      },
      { id: entryId, value: row },
    ),
    insertUnderstanding(db, row),
  ])
  return done
}
