import { evidence } from '../records/index.ts'
import { chainEvidence } from './chain/evidence.ts'
import { documentEvidence } from './documents/evidence.ts'
import { concernExportsEvidence } from './exports/evidence.ts'
import { filesEvidence } from './files/evidence.ts'
import {
  type ActionTable,
  type ConcernTable,
  type DangerShownTable,
  type LinkTable,
  type PieceTable,
  type ReaderTable,
  type StepTable,
  type SubjectTable,
  stepKinds,
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
    'within_reach',
    'left_out',
    'recipient',
    'keys',
    'report',
    'commitment',
    'locator',
    'reporter_recipient',
    'reporter_key',
    'draft_key',
  ],
  cameLater: { left_out: null },
  erasable: [
    'subjects',
    'left_out',
    'recipient',
    'keys',
    'report',
    'commitment',
    'locator',
    'reporter_recipient',
    'reporter_key',
  ],
})

export const pieceEvidence = evidence<PieceTable>()({
  table: 'concern_piece',
  events: [
    'concern.added-to',
    'concern.answered',
    'concern.noted',
    'concern.corrected',
    'concern.pack-written',
  ],
  columns: [
    'id',
    'concern_id',
    'number',
    'kind',
    'written_by',
    'written_at',
    'for_reporter',
    'corrects',
    'sealed',
    'draft_key',
  ],
  erasable: ['sealed'],
  cameLater: { corrects: null },
})

export const stepEvidence = evidence<StepTable>()({
  table: 'concern_step',
  events: stepKinds.map(step => `concern.${step}` as const),
  columns: [
    'id',
    'concern_id',
    'step',
    'body',
    'taken_by',
    'taken_at',
    'piece_id',
    'reason',
    'thing_id',
    'happened_at',
  ],
  erasable: [],
  cameLater: { reason: null, thing_id: null, happened_at: null },
})

export const readerEvidence = evidence<ReaderTable>()({
  table: 'concern_reader',
  events: ['concern.reader-let-in'],
  columns: ['id', 'concern_id', 'person_id', 'why', 'let_in_by', 'since', 'key'],
  erasable: ['key'],
})

export const subjectEvidence = evidence<SubjectTable>()({
  table: 'concern_subject',
  events: ['concern.subject-named'],
  columns: ['id', 'concern_id', 'person_id', 'why', 'about', 'named_by', 'named_at'],
  erasable: ['person_id'],
  cameLater: { why: 'named', about: null },
})

export const linkEvidence = evidence<LinkTable>()({
  table: 'concern_link',
  events: ['concern.linked'],
  columns: ['id', 'concern_id', 'person_id', 'part', 'linked_by', 'linked_at'],
  erasable: ['person_id'],
})

export const actionEvidence = evidence<ActionTable>()({
  table: 'concern_action',
  events: ['concern.action-set'],
  columns: ['id', 'concern_id', 'piece_id', 'owner_id', 'due_at', 'set_by', 'set_at'],
  erasable: [],
})

export const dangerEvidence = evidence<DangerShownTable>()({
  table: 'danger_shown',
  events: ['danger.shown'],
  columns: ['id', 'shown_at', 'to_whom', 'times'],
  erasable: [],
  cameLater: { times: 1 },
})

export const concernsEvidence = [
  concernEvidence,
  pieceEvidence,
  stepEvidence,
  readerEvidence,
  subjectEvidence,
  linkEvidence,
  actionEvidence,
  dangerEvidence,
  documentEvidence,
  ...chainEvidence,
  ...concernExportsEvidence,
  ...filesEvidence,
]
