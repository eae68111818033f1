import { evidence } from '../records/index.ts'
import type { PolicyApprovalTable } from './approval/queries.ts'
import type { PolicyTable, PolicyVersionTable, SignatureTable } from './queries.ts'
import type { PolicyOwnerTable } from './register/queries.ts'

/** A policy on the shelf. Its text is its versions'. */
export const policyEvidence = evidence<PolicyTable>()({
  table: 'policy',
  events: ['policy.added'],
  columns: ['id', 'kind', 'title'],
  erasable: [],
})

/** Who owns a policy and when it is reviewed next, from when it was set until the next row. */
export const ownerEvidence = evidence<PolicyOwnerTable>()({
  table: 'policy_owner',
  events: ['policy.owned', 'policy.reviewed'],
  columns: ['id', 'policy_id', 'owner_id', 'review_on', 'reason', 'remark', 'set_at'],
  erasable: [],
})

/** What the record commits to when a version is published: all of it, the text by its hash and in full. */
export const versionEvidence = evidence<PolicyVersionTable>()({
  table: 'policy_version',
  events: ['policy.published'],
  columns: [
    'id',
    'policy_id',
    'number',
    'text',
    'text_hash',
    'change_note',
    'sign_again',
    'published_at',
    'published_by',
  ],
  erasable: [],
})

export const signatureEvidence = evidence<SignatureTable>()({
  table: 'signature',
  events: ['policy.signed', 'policy.signed-on-paper'],
  columns: ['id', 'policy_id', 'version_id', 'person_id', 'text_hash', 'signed_at'],
  erasable: [],
})

/** Who is behind a version: who wrote it, who approved it, and what it is made of. */
export const approvalEvidence = evidence<PolicyApprovalTable>()({
  table: 'policy_approval',
  events: ['policy.approved'],
  columns: [
    'version_id',
    'policy_id',
    'draft_id',
    'written_by',
    'approved_by',
    'approved_at',
    'effective_on',
    'made_of',
  ],
  erasable: [],
})
