import { evidence } from '../records/index.ts'
import type { PosterPrintingTable, PosterWordingTable } from './queries.ts'

export const posterWordingEvidence = evidence<PosterWordingTable>()({
  table: 'poster_wording',
  events: ['poster.worded'],
  columns: ['id', 'poster', 'wording', 'set_by', 'set_at'],
  erasable: [],
})

/** A printing's row changes as it hangs: each change is an entry. What was printed is bound by its hash. */
export const posterPrintingEvidence = evidence<PosterPrintingTable>()({
  table: 'poster_printing',
  events: [
    'poster.printed',
    'poster.superseded',
    'poster.current-again',
    'poster.ended',
    'poster.handed-over',
  ],
  columns: [
    'id',
    'code',
    'poster',
    'size',
    'place',
    'words_hash',
    'printed_by',
    'printed_at',
    'keeper_id',
    'superseded_at',
    'superseded_by',
    'ended_at',
    'ended_how',
    'replaced_by',
  ],
  erasable: [],
})

export const posterEvidence = [posterWordingEvidence, posterPrintingEvidence]
