import { evidence } from '../records/index.ts'
import type { PolicyVersionTable, SignatureTable } from './queries.ts'

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
  events: ['policy.signed'],
  columns: ['id', 'policy_id', 'version_id', 'person_id', 'text_hash', 'signed_at'],
  erasable: [],
})
