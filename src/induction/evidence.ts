import { evidence } from '../records/index.ts'
import type { PassTable, RenewalTable, WalkTable } from './queries.ts'

/** That somebody began, and which situations they were given. */
export const walkEvidence = evidence<WalkTable>()({
  table: 'induction_walk',
  events: ['induction.begun'],
  columns: ['id', 'person_id', 'number', 'scenarios', 'begun_at'],
  erasable: [],
})

/**
 * That somebody walked it to its end, until when it counts, and how many tries each part took. Which answers were wrong is
 * nowhere: what somebody gets wrong while they learn is no evidence against them.
 */
export const passEvidence = evidence<PassTable>()({
  table: 'induction_pass',
  events: ['induction.passed'],
  columns: ['id', 'walk_id', 'person_id', 'passed_at', 'valid_until', 'tries'],
  erasable: [],
})

/** After how many months it is walked again. */
export const renewalEvidence = evidence<RenewalTable>()({
  table: 'induction_renewal',
  events: ['induction.renewal-set'],
  columns: ['id', 'months', 'set_by', 'set_at'],
  erasable: [],
})
