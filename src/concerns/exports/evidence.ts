import { evidence } from '../../records/index.ts'
import type { ConcernExportMadeTable, ConcernExportTable } from './tables.ts'

export const concernExportEvidence = evidence<ConcernExportTable>()({
  table: 'concern_export',
  events: ['concern-export.asked'],
  columns: ['id', 'child_id', 'for_whom', 'asked_by', 'asked_at', 'reason', 'concerns', 'draft_key'],
  erasable: [],
})

export const concernExportMadeEvidence = evidence<ConcernExportMadeTable>()({
  table: 'concern_export_made',
  events: ['concern-export.made'],
  columns: ['export_id', 'entries', 'replaced', 'body_sha256', 'made_at', 'expires_at'],
  erasable: [],
})

export const concernExportsEvidence = [concernExportEvidence, concernExportMadeEvidence]
