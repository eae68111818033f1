import { evidence } from '../records/index.ts'
import type { NoteCheckTable } from './queries.ts'

/** Who held which note, in which words, against its sources, and what they found. */
export const noteCheckEvidence = evidence<NoteCheckTable>()({
  table: 'note_check',
  events: ['note.checked'],
  columns: ['id', 'note', 'note_hash', 'person_id', 'finding', 'remark', 'checked_at'],
  erasable: [],
})
