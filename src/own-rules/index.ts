import type { Ground } from '../records/index.ts'
import { decidePage } from './decide.screen.tsx'
import { decisionScreen, endDecisionScreen } from './decision.screen.tsx'
import { rulesScreen } from './rules.screen.tsx'
import { tightenPage } from './tighten.screen.tsx'
import { endTighteningScreen, tighteningScreen } from './tightening.screen.tsx'

export { leaveToDecide, leaveToTighten } from './access.ts'
export { decide } from './decide.ts'
export { ownRulesEvidence } from './evidence.ts'
export { type OverseenDecision, type OwnRule, overseenDecisions, ownAmong } from './figures.ts'
export { decisionsHolding } from './holding.ts'
export { rulesInForce } from './in-force.ts'
export { ownRulesJobs } from './jobs.ts'
export { oweDecisions } from './owe-reviews.ts'
export { routes } from './routes.ts'
export { standingTags } from './rules.ts'
export {
  type PolicyPublished,
  type RuleOfPolicy,
  type SetFromPolicy,
  setFromPolicy,
} from './set-from-policy.ts'
export { tighten } from './tighten.ts'
export { StandingTag } from './words.tsx'

export const ownRulesPages = (ground: Ground) => [
  rulesScreen,
  tightenPage(ground),
  decidePage(ground),
  tighteningScreen,
  endTighteningScreen,
  decisionScreen,
  endDecisionScreen,
]
