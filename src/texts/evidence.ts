import { evidence } from '../records/index.ts'
import type { TextTroubleTable, TextWishTable } from './tables.ts'

export const textWishEvidence = evidence<TextWishTable>()({
  table: 'text_wish',
  events: ['texts.stopped', 'texts.started'],
  columns: ['id', 'person_id', 'number', 'wish', 'was_text', 'at', 'external_id'],
  erasable: [],
})

export const textTroubleEvidence = evidence<TextTroubleTable>()({
  table: 'text_trouble',
  events: ['texts.refused'],
  columns: ['id', 'at', 'status', 'error'],
  erasable: [],
})

export const textEvidence = [textWishEvidence, textTroubleEvidence]
