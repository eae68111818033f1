import { evidence } from '../../records/index.ts'
import type { ImportTable } from './queries.ts'

/** What was uploaded, confirmed and done. The file is not on the record: its hash is. */
export const importEvidence = evidence<ImportTable>()({
  table: 'people_import',
  events: ['import.uploaded', 'import.confirmed', 'import.refused', 'import.done', 'import.expired'],
  columns: [
    'id',
    'kind',
    'state',
    'file_name',
    'file_hash',
    'lines',
    'invite',
    'people',
    'uploaded_by',
    'uploaded_at',
    'expires_at',
    'confirmed_at',
    'ended_at',
  ],
  erasable: ['file_name'],
})
