import { evidence } from '../../records/index.ts'
import type { LookTable, MarkTable, OpeningTable, WordsOpeningTable } from './queries.ts'

export const markEvidence = evidence<MarkTable>()({
  table: 'message_mark',
  events: ['message.marked'],
  columns: ['id', 'message_id', 'kind', 'found', 'reason', 'marked_at'],
  erasable: ['reason'],
})

export const lookEvidence = evidence<LookTable>()({
  table: 'message_look',
  events: ['message.looked-at'],
  columns: ['id', 'mark_id', 'person_id', 'did', 'at'],
  erasable: ['did'],
})

export const openingEvidence = evidence<OpeningTable>()({
  table: 'detail_opening',
  events: ['detail.opened'],
  columns: ['id', 'message_id', 'person_id', 'for_all', 'reason', 'at'],
  erasable: ['reason'],
  neverEmpty: ['reason'],
})

export const wordsOpeningEvidence = evidence<WordsOpeningTable>()({
  table: 'words_opening',
  events: ['words.opened'],
  columns: ['id', 'about_kind', 'about_id', 'person_id', 'reason', 'at'],
  erasable: ['reason'],
  neverEmpty: ['reason'],
})
