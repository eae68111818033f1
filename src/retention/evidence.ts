import { evidence } from '../records/index.ts'
import type { ErasureBatchTable, HoldStepTable, HoldTable, RetentionRuleTable } from './tables.ts'

export const ruleEvidence = evidence<RetentionRuleTable>()({
  table: 'retention_rule',
  events: ['retention.set'],
  columns: ['id', 'kind', 'months', 'says', 'set_by', 'set_at'],
  erasable: [],
})

export const holdEvidence = evidence<HoldTable>()({
  table: 'erasing_hold',
  events: ['hold.placed'],
  columns: ['id', 'person_id', 'conversation_id', 'reason', 'review_on', 'placed_by', 'placed_at'],
  erasable: [],
})

export const holdStepEvidence = evidence<HoldStepTable>()({
  table: 'erasing_hold_step',
  events: ['hold.stays', 'hold.lifted'],
  columns: ['id', 'hold_id', 'step', 'reason', 'review_on', 'taken_by', 'taken_at'],
  erasable: [],
})

/** What one batch of a night erased, and what could not be. */
export const batchEvidence = evidence<ErasureBatchTable>()({
  table: 'erasure_batch',
  events: ['erasing.done', 'erasing.failed'],
  columns: ['id', 'kind', 'erased', 'failed', 'done_at'],
  erasable: [],
})

export const retentionEvidence = [ruleEvidence, holdEvidence, holdStepEvidence, batchEvidence]
