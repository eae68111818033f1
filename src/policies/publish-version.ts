import { createHash } from 'node:crypto'
import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { staff } from '../people/index.ts'
import { contentOf, newEntryId, type Recorded, record, type Writer } from '../records/index.ts'
import type { Approved } from './approval/approved.ts'
import { insertApproval, type PolicyApprovalTable } from './approval/queries.ts'
import { approvalEvidence, versionEvidence } from './evidence.ts'
import { endSheets } from './paper/answer-sheet.ts'
import {
  holdPolicyForPublishing,
  insertVersion,
  type PolicyVersionTable,
  selectNewestVersion,
} from './queries.ts'
import { reviewedByPublishing } from './register/own-policy.ts'

/**
 * Publishes what a second person approved: from now on this is the text to sign. Refuses a text that is word for word the
 * one in force. The approver may be acting, or the day they chose may have come.
 */
export async function publishVersion(
  writer: Writer,
  approved: Permitted<'publish', Approved>,
): Promise<Recorded<PolicyVersionTable> | Refused<'nothing-changed'>> {
  const { db, actor } = writer
  const { policy } = approved
  await holdPolicyForPublishing(db, actor.agencyId, policy.id)
  const newest = await selectNewestVersion(db, actor.agencyId, policy.id)
  if (newest?.text === approved.text) return refuse('nothing-changed')
  const row = versionOf(writer, approved, newest)
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
      { id: row.entry_id, value: row },
    ),
    insertVersion(db, row),
  ])
  await keepApproval(writer, approved, row)
  if (row.sign_again) {
    const everybody = (await staff(writer)).map(member => member.id)
    await openDuties(writer, 'sign-policy', everybody, { kind: 'policy', id: policy.id }, row.entry_id)
    await endSheets(writer, policy.id, row.entry_id)
  }
  // A poster that names the version in force is looked at as soon as this commits.
  await enqueue(db, {
    task: 'look-at-posters-of',
    payload: { agencyId: actor.agencyId },
    key: `look-at-posters-of ${actor.agencyId}`,
  })
  await reviewedByPublishing(writer, policy, approved.reviewOn)
  return done
}

function versionOf(
  writer: Writer,
  { policy, text, changeNote, signAgain, approvedBy }: Approved,
  newest: PolicyVersionTable | undefined,
): PolicyVersionTable {
  return {
    agency_id: writer.actor.agencyId,
    id: newId(writer.now.getTime()),
    policy_id: policy.id,
    number: (newest?.number ?? 0) + 1,
    text,
    text_hash: createHash('sha256').update(text, 'utf8').digest(),
    change_note: changeNote,
    sign_again: signAgain || !newest,
    published_at: writer.now,
    published_by: approvedBy,
    entry_id: newEntryId(writer),
  }
}

/** Puts on the record who is behind a version, and what it is made of. */
async function keepApproval(writer: Writer, approved: Approved, version: PolicyVersionTable): Promise<void> {
  const row: PolicyApprovalTable = {
    agency_id: writer.actor.agencyId,
    version_id: version.id,
    policy_id: version.policy_id,
    draft_id: approved.draftId,
    written_by: approved.writtenBy,
    approved_by: approved.approvedBy,
    approved_at: approved.approvedAt,
    effective_on: approved.effectiveOn,
    made_of: approved.madeOf,
    entry_id: newEntryId(writer),
  }
  await Promise.all([
    record(
      writer,
      {
        event: 'policy.approved',
        about: [
          { kind: 'policy-version', id: version.id },
          { kind: 'draft', id: approved.draftId },
          { kind: 'policy', id: version.policy_id },
        ],
        cites: ['EXP-0'],
        content: contentOf(approvalEvidence, row),
      },
      { id: row.entry_id },
    ),
    insertApproval(writer.db, row),
  ])
}
