import { evidence } from '../records/index.ts'
import { linkEvidence } from './links/evidence.ts'
import type { AnswerTable, ApproachTable } from './tables.ts'

export const approachEvidence = evidence<ApproachTable>()({
  table: 'approach',
  events: ['approach.told'],
  columns: [
    'id',
    'told_by',
    'person_id',
    'described',
    'situation',
    'how',
    'platform',
    'platform_name',
    'happened',
    'did',
    'told_at',
    'draft_key',
  ],
  erasable: ['described', 'platform_name', 'happened'],
  neverEmpty: ['described'],
})

export const answerEvidence = evidence<AnswerTable>()({
  table: 'approach_answer',
  events: ['approach.answered'],
  columns: ['id', 'approach_id', 'answered_by', 'words', 'answered_at'],
  erasable: ['words'],
  neverEmpty: ['words'],
})

/** Every row of this room stands in the record. */
export const approachesEvidence = [approachEvidence, answerEvidence, ...linkEvidence]
