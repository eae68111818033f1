import { address } from '../screens/index.ts'
import { mayDecide, mayEndDecision, mayTighten } from './rules.ts'

export const routes = {
  rules: address('/rules', 'staff'),
  tighten: address('/rules/tighten', mayTighten),
  decide: address('/rules/decide', mayDecide),
  tightening: address('/rules/tightenings/:tightening', 'staff'),
  endTightening: address('/rules/tightenings/:tightening/end', mayTighten),
  decision: address('/rules/decisions/:decision', 'staff'),
  endDecision: address('/rules/decisions/:decision/end', mayEndDecision),
} as const
