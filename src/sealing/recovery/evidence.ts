import { evidence } from '../../records/index.ts'
import type { RecoveryKeyTable, RecoveryTable } from './tables.ts'

export const recoveryKeyEvidence = evidence<RecoveryKeyTable>()({
  table: 'recovery_key',
  events: ['recovery-key.made'],
  columns: ['id', 'recipient', 'previous_id', 'made_by', 'confirmed_by', 'made_at'],
  erasable: [],
})

export const recoveryEvidence = evidence<RecoveryTable>()({
  table: 'recovery',
  events: ['recovery.asked', 'recovery.begun', 'recovery.finished', 'recovery.ended'],
  columns: [
    'id',
    'kind',
    'recovery_id',
    'lost_id',
    'new_id',
    'for_id',
    'holders',
    'asked_by',
    'asked_at',
    'first_by',
    'first_at',
    'second_by',
    'second_at',
    'ended_by',
    'ended_at',
  ],
  erasable: [],
})
