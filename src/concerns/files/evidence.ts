import { evidence } from '../../records/index.ts'
import type {
  FileAnswerTable,
  FileReaderTable,
  FileTable,
  TransferAnswerTable,
  TransferTable,
} from './tables.ts'

export const transferEvidence = evidence<TransferTable>()({
  table: 'concern_transfer',
  events: ['concern-file.sent'],
  columns: ['id', 'export_id', 'to_agency', 'to_name', 'sent_by', 'sent_at', 'draft_key'],
  erasable: [],
})

export const transferAnswerEvidence = evidence<TransferAnswerTable>()({
  table: 'concern_transfer_answer',
  events: ['concern-file.answered'],
  columns: ['transfer_id', 'answer', 'by_name', 'answered_at', 'why'],
  erasable: [],
})

export const fileEvidence = evidence<FileTable>()({
  table: 'concern_file',
  events: ['concern-file.arrived'],
  columns: [
    'id',
    'from_agency',
    'from_name',
    'sent_by_name',
    'arrived_at',
    'readers',
    'within_reach',
    'answer_to',
    'entries',
  ],
  erasable: [],
  cameLater: { within_reach: null },
})

export const fileReaderEvidence = evidence<FileReaderTable>()({
  table: 'concern_file_reader',
  events: ['concern-file.came-to'],
  columns: ['id', 'file_id', 'person_id', 'since'],
  erasable: [],
})

export const fileAnswerEvidence = evidence<FileAnswerTable>()({
  table: 'concern_file_answer',
  events: ['concern-file.accepted', 'concern-file.refused'],
  columns: ['file_id', 'answer', 'answered_by', 'answered_at', 'why'],
  erasable: [],
})

export const filesEvidence = [
  transferEvidence,
  transferAnswerEvidence,
  fileEvidence,
  fileReaderEvidence,
  fileAnswerEvidence,
]
