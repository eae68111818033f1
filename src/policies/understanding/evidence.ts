import { evidence } from '../../records/index.ts'
import type { UnderstandingTable } from './queries.ts'

/** What is kept of a check of understanding: that it was passed, of which exact text, and in how many tries. */
export const understandingEvidence = evidence<UnderstandingTable>()({
  table: 'understanding',
  events: ['policy.understood'],
  columns: ['id', 'policy_id', 'version_id', 'text_hash', 'person_id', 'asked', 'tries', 'passed_at'],
  erasable: [],
})
