import { evidence } from '../../records/index.ts'
import type { DocumentTable } from './tables.ts'

export const documentEvidence = evidence<DocumentTable>()({
  table: 'concern_document',
  events: ['concern.document-handed-in'],
  columns: [
    'id',
    'concern_id',
    'handed_in_by',
    'handed_in_at',
    'checked',
    'about',
    'commitment',
    'sealed_hash',
    'size',
    'draft_key',
  ],
  erasable: ['about', 'commitment'],
})
