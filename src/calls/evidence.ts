import { evidence } from '../records/index.ts'
import type { CallAnswerTable, CallMarkTable, NumberOpeningTable, PhoneCallTable } from './queries.ts'

const phoneCallEvidence = evidence<PhoneCallTable>()({
  table: 'phone_call',
  events: ['call.logged', 'call.corrected'],
  columns: [
    'id',
    'logged_by',
    'logged_at',
    'with_id',
    'way',
    'result',
    'began_at',
    'minutes',
    'about',
    'agreed',
    'phone',
    'own_reason',
    'second_id',
    'second_was',
    'corrects',
    'draft_key',
  ],
  erasable: ['about', 'agreed', 'own_reason'],
  neverEmpty: ['about', 'own_reason'],
})

const callAnswerEvidence = evidence<CallAnswerTable>()({
  table: 'phone_call_answer',
  events: ['call.answered'],
  columns: ['call_id', 'answered_by', 'answered_at', 'agreed', 'says'],
  erasable: ['says'],
})

const numberOpeningEvidence = evidence<NumberOpeningTable>()({
  table: 'number_opening',
  events: ['number.opened'],
  columns: ['id', 'person_id', 'opened_by', 'opened_at', 'reason'],
  erasable: ['reason'],
  neverEmpty: ['reason'],
})

const callMarkEvidence = evidence<CallMarkTable>()({
  table: 'phone_call_mark',
  events: ['call.marked'],
  columns: ['call_id', 'not_agreed', 'found', 'marked_at'],
  erasable: [],
})

export { callAnswerEvidence, callMarkEvidence, numberOpeningEvidence, phoneCallEvidence }
export const callEvidence = [phoneCallEvidence, callAnswerEvidence, callMarkEvidence, numberOpeningEvidence]
