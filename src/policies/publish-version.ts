import { createHash } from 'node:crypto'
import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { staff } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { versionEvidence } from './evidence.ts'
import { endSheets } from './paper/answer-sheet.ts'
import {
  holdPolicyForPublishing,
  insertVersion,
  type PolicyTable,
  type PolicyVersionTable,
  selectNewestVersion,
} from './queries.ts'
import { reviewedByPublishing } from './register/own-policy.ts'

export interface NewVersion {
  readonly text: string
  readonly changeNote: string
  /** Whether everybody must read and sign again before anything else opens. The first version always asks. */
  readonly signAgain: boolean
}

/** Publishes a new version: from now on this is the text to sign. Refuses a text that is word for word the one in force. */
export async function publishVersion(
  writer: Writer<PersonActor>,
  { policy }: Permitted<'publish', { policy: PolicyTable }>,
  given: NewVersion,
): Promise<Recorded<PolicyVersionTable> | Refused<'nothing-changed'>> {
  const { db, actor, now } = writer
  await holdPolicyForPublishing(db, actor.agencyId, policy.id)
  const newest = await selectNewestVersion(db, actor.agencyId, policy.id)
  if (newest?.text === given.text) return refuse('nothing-changed')

  const entryId = newEntryId(writer)
  const row: PolicyVersionTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    policy_id: policy.id,
    number: (newest?.number ?? 0) + 1,
    text: given.text,
    text_hash: createHash('sha256').update(given.text, 'utf8').digest(),
    change_note: given.changeNote,
    sign_again: given.signAgain || !newest,
    published_at: now,
    published_by: actor.personId,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'policy.published',
        about: [
          { kind: 'policy-version', id: row.id },
          { kind: 'policy', id: policy.id },
        ],
        cites: ['EXP-AUP', 'GEN-APP-6'],
        content: contentOf(versionEvidence, row),
      },
      { id: entryId, value: row },
    ),
    insertVersion(db, row),
  ])
  if (row.sign_again) {
    const everybody = (await staff(writer)).map(member => member.id)
    await openDuties(writer, 'sign-policy', everybody, { kind: 'policy', id: policy.id }, entryId)
    await endSheets(writer, policy.id, entryId)
  }
  await reviewedByPublishing(writer, policy)
  return done
}
