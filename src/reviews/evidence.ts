import { evidence } from '../records/index.ts'
import type { ReviewDrawTable, ReviewShareTable, ReviewTable } from './tables.ts'

export const shareEvidence = evidence<ReviewShareTable>()({
  table: 'review_share',
  events: ['review.share-set'],
  columns: ['id', 'percent', 'set_by', 'set_at'],
  erasable: [],
})

export const drawEvidence = evidence<ReviewDrawTable>()({
  table: 'review_draw',
  events: ['review.drawn'],
  columns: ['id', 'week', 'size', 'root', 'percent', 'spoken', 'drawn_at'],
  erasable: [],
})

export const reviewEvidence = evidence<ReviewTable>()({
  table: 'review',
  events: ['review.opened', 'review.signed', 'review.handed-over', 'review.taken-up'],
  columns: [
    'id',
    'draw_id',
    'conversation_id',
    'worker_id',
    'reviewer_id',
    'opened_at',
    'finding',
    'words',
    'found_at',
    'taken_up_by',
    'taken_up_at',
  ],
  erasable: ['words'],
  neverEmpty: ['words'],
})

export const reviewsEvidence = [shareEvidence, drawEvidence, reviewEvidence]
