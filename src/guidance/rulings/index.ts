export {
  type Act,
  actGroups,
  actNames,
  acts,
  type FactOf,
  type Facts,
  isAct,
  type ValueOf,
  type When,
} from './acts.ts'
export {
  type AgencyRules,
  type Day,
  type Decision,
  type DecisionOf,
  type Tightening,
  type TighteningOf,
  type Unkept,
  unkept,
} from './agency.ts'
export { type Better, better } from './better.ts'
export { type ActDefinition, type Fact, safeguard } from './fact.ts'
export { mostQuestions, type Questions, questions } from './questions.ts'
export { type Firm, firmness } from './row.ts'
export { documentRules, type Rules, type Ruling, rule } from './rule.ts'
export { type RulesInForce, rulesOf } from './rules-of.ts'
export { type AnyRow, isRowId, type RowId, ruleRows } from './table.ts'
export {
  type Approval,
  approvals,
  type Owed,
  owing,
  reportWords,
  type Standing,
  type StandingWords,
  standings,
  standingWords,
} from './terms.ts'
