import { evidence } from '../../records/index.ts'
import type { CameTable, LetterTable, SwitchTable } from './tables.ts'

export const switchEvidence = evidence<SwitchTable>()({
  table: 'concern_switch',
  events: ['concerns.switched-on'],
  columns: ['id', 'switched_by', 'switched_at'],
  erasable: [],
})

export const letterEvidence = evidence<LetterTable>()({
  table: 'chain_letter',
  events: ['chain.letter-sent'],
  columns: ['id', 'person_id', 'sent_by', 'sent_at'],
  erasable: [],
})

export const cameEvidence = evidence<CameTable>()({
  table: 'chain_letter_came',
  events: ['chain.letter-came'],
  columns: ['id', 'letter_id', 'came_at'],
  erasable: [],
})

export const chainEvidence = [switchEvidence, letterEvidence, cameEvidence]
