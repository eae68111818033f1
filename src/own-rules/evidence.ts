import { evidence } from '../records/index.ts'
import type {
  DecisionEndTable,
  DecisionHolderTable,
  DecisionTable,
  TighteningEndTable,
  TighteningTable,
} from './tables.ts'

export const tighteningEvidence = evidence<TighteningTable>()({
  table: 'own_tightening',
  events: ['tightening.set'],
  columns: [
    'id',
    'act',
    'conditions',
    'at_most',
    'needs',
    'owed',
    'says',
    'because',
    'begins_on',
    'set_by',
    'policy_id',
    'policy_title',
    'policy_version',
    'set_at',
  ],
  erasable: [],
})

export const tighteningEndEvidence = evidence<TighteningEndTable>()({
  table: 'own_tightening_end',
  events: ['tightening.ended'],
  columns: ['id', 'tightening_id', 'ended_by', 'reason', 'ended_at'],
  erasable: [],
})

/** A decision is nothing without its entry: this is where the board and anybody else can hold it against the record. */
export const decisionEvidence = evidence<DecisionTable>()({
  table: 'own_decision',
  events: ['decision.taken'],
  columns: [
    'id',
    'act',
    'limit_row',
    'conditions',
    'stands',
    'says',
    'because',
    'begins_on',
    'until',
    'decided_by',
    'decided_at',
  ],
  erasable: [],
})

export const decisionHolderEvidence = evidence<DecisionHolderTable>()({
  table: 'own_decision_holder',
  events: ['decision.held'],
  columns: ['id', 'decision_id', 'person_id', 'set_at'],
  erasable: [],
})

export const decisionEndEvidence = evidence<DecisionEndTable>()({
  table: 'own_decision_end',
  events: ['decision.ended', 'decision.reviewed'],
  columns: ['id', 'decision_id', 'at_once', 'ended_by', 'reason', 'ended_at'],
  erasable: [],
})

/** Every row of an organisation's own rules stands in the record. */
export const ownRulesEvidence = [
  tighteningEvidence,
  tighteningEndEvidence,
  decisionEvidence,
  decisionHolderEvidence,
  decisionEndEvidence,
]
