import { evidence } from '../records/index.ts'
import type { ExportMadeTable, ExportTable } from './tables.ts'

export const exportEvidence = evidence<ExportTable>()({
  table: 'export',
  events: ['export.asked'],
  columns: ['id', 'kind', 'subject_id', 'asked_by', 'asked_at', 'reason'],
  erasable: [],
})

export const exportMadeEvidence = evidence<ExportMadeTable>()({
  table: 'export_made',
  events: ['export.made'],
  columns: ['export_id', 'size', 'root', 'entries', 'messages', 'replaced', 'body_sha256', 'made_at'],
  erasable: [],
})

export const exportsEvidence = [exportEvidence, exportMadeEvidence]
