import { evidence } from '../../records/index.ts'
import type { WorryAnswerTable, WorryTable } from './tables.ts'

export const worryRowEvidence = evidence<WorryTable>()({
  table: 'worry',
  events: ['worry.raised'],
  columns: ['id', 'conversation_id', 'message_id', 'raised_by', 'words', 'told', 'raised_at', 'draft_key'],
  erasable: ['words'],
})

export const worryAnswerEvidence = evidence<WorryAnswerTable>()({
  table: 'worry_answer',
  events: ['worry.answered'],
  columns: ['id', 'worry_id', 'answered_by', 'words', 'answered_at'],
  erasable: ['words'],
  neverEmpty: ['words'],
})

export const worryEvidence = [worryRowEvidence, worryAnswerEvidence]
