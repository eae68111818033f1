import { evidence } from '../records/index.ts'
import { recoveryEvidence, recoveryKeyEvidence } from './recovery/evidence.ts'
import type { KeyTable } from './tables.ts'

/** The record answers for whose public half is whose: whoever put another in its place would be found out. */
export const keyEvidence = evidence<KeyTable>()({
  table: 'sealing_key',
  events: ['sealing-key.made', 'sealing-key.ended'],
  columns: ['id', 'person_id', 'recipient', 'made_at', 'ended_at'],
  erasable: [],
})

/** All that this room's tables answer for. No lock is among them: a copy of one is nobody's to keep. */
export const sealingEvidence = [keyEvidence, recoveryKeyEvidence, recoveryEvidence]
