import { evidence } from '../../records/index.ts'
import type { SheetAnswerTable, SheetTable } from './queries.ts'

/** What was recorded of a sheet that people signed on paper. */
export const sheetEvidence = evidence<SheetTable>()({
  table: 'signing_sheet',
  events: ['sheet.recorded'],
  columns: [
    'id',
    'policy_id',
    'version_id',
    'text_hash',
    'persons',
    'signed_on',
    'kept_at',
    'explained',
    'recorded_by',
    'recorded_at',
    'asked_id',
  ],
  erasable: [],
})

/** What the second person said of it. The signatures that stand because of it have entries of their own. */
export const sheetAnswerEvidence = evidence<SheetAnswerTable>()({
  table: 'signing_sheet_answer',
  events: ['sheet.confirmed', 'sheet.refused'],
  columns: ['sheet_id', 'answer', 'words', 'answered_by', 'answered_at', 'signatures'],
  erasable: [],
})
