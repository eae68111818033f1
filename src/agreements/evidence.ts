import { evidence } from '../records/index.ts'
import type { AgeTable, AgreementTable, AskTable } from './tables.ts'

export const agreementEvidence = evidence<AgreementTable>()({
  table: 'agreement',
  events: ['agreement.answered'],
  columns: [
    'id',
    'child_id',
    'channel',
    'answer',
    'given_by',
    'given_on',
    'last_day',
    'entered_by',
    'how',
    'at',
  ],
  erasable: [],
})

export const askEvidence = evidence<AskTable>()({
  table: 'agreement_ask',
  events: ['agreement.asked'],
  columns: ['id', 'child_id', 'channels', 'asked_by', 'asked_at'],
  erasable: [],
})

export const ageEvidence = evidence<AgeTable>()({
  table: 'agreement_age',
  events: ['agreement-age.set'],
  columns: ['id', 'age', 'reason', 'set_by', 'set_at'],
  erasable: [],
})

export const agreementsEvidence = [agreementEvidence, askEvidence, ageEvidence]
