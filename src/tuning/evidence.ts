import { evidence } from '../records/index.ts'
import type { TuningEndTable, TuningTable } from './tables.ts'

export const tuningSetEvidence = evidence<TuningTable>()({
  table: 'tuning',
  events: ['tuning.set'],
  columns: ['id', 'what', 'kind', 'written_by', 'value', 'says', 'until', 'set_by', 'set_at'],
  erasable: [],
})

export const tuningEndEvidence = evidence<TuningEndTable>()({
  table: 'tuning_end',
  events: ['tuning.ended'],
  columns: ['id', 'tuning_id', 'ended_by', 'reason', 'ended_at'],
  erasable: [],
})

/** Every row by which an organisation has tuned its screening stands in the record. */
export const tuningEvidence = [tuningSetEvidence, tuningEndEvidence]
