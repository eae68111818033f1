import { evidence } from '../records/index.ts'
import type {
  ConcernTable,
  DangerShownTable,
  PieceTable,
  ReaderTable,
  StepTable,
  SubjectTable,
} from './tables.ts'

export const concernEvidence = evidence<ConcernTable>()({
  table: 'concern',
  events: ['concern.reported'],
  columns: [
    'id',
    'what',
    'about',
    'facts',
    'came_by',
    'reported_by',
    'reported_at',
    'heard_by',
    'subjects',
    'recipient',
    'keys',
    'report',
    'commitment',
    'locator',
    'reporter_recipient',
    'reporter_key',
    'draft_key',
  ],
  erasable: [],
})

export const pieceEvidence = evidence<PieceTable>()({
  table: 'concern_piece',
  events: ['concern.added-to', 'concern.answered', 'concern.noted', 'concern.pack-written'],
  columns: [
    'id',
    'concern_id',
    'number',
    'kind',
    'written_by',
    'written_at',
    'for_reporter',
    'sealed',
    'draft_key',
  ],
  erasable: [],
})

export const stepEvidence = evidence<StepTable>()({
  table: 'concern_step',
  events: ['concern.opened', 'concern.closed', 'concern.pack-made'],
  columns: ['id', 'concern_id', 'step', 'body', 'taken_by', 'taken_at', 'piece_id'],
  erasable: [],
})

export const readerEvidence = evidence<ReaderTable>()({
  table: 'concern_reader',
  events: ['concern.reader-let-in'],
  columns: ['id', 'concern_id', 'person_id', 'why', 'let_in_by', 'since', 'key'],
  erasable: [],
})

export const subjectEvidence = evidence<SubjectTable>()({
  table: 'concern_subject',
  events: ['concern.subject-named'],
  columns: ['id', 'concern_id', 'person_id', 'named_by', 'named_at'],
  erasable: [],
})

export const dangerEvidence = evidence<DangerShownTable>()({
  table: 'danger_shown',
  events: ['danger.shown'],
  columns: ['id', 'shown_at', 'to_whom'],
  erasable: [],
})

export const concernsEvidence = [
  concernEvidence,
  pieceEvidence,
  stepEvidence,
  readerEvidence,
  subjectEvidence,
  dangerEvidence,
]
