export { type BlankId, blankIds, blanks, exampleBlanks, filling, isBlankId, marksIn } from './blanks.ts'
export type { Allowed, Answer, Blank, BuiltKind, Clause, Question, RuleOfWording, Wording } from './clause.ts'
export { builtKinds } from './clause.ts'
export { type ClauseId, clause, clauseIds, clausesFor, isClauseId } from './clauses.ts'
export { expected, type FitKind, fitKinds } from './expected.ts'
export {
  clausesCarrying,
  type Fit,
  type FitFigures,
  type FitStands,
  fitFigures,
  fitOf,
  fitStands,
  fitWords,
  isFromClauses,
} from './fit.ts'
export type { Checked, MadeOf, Part } from './part.ts'
export {
  clauseOf,
  edited,
  freshMadeOf,
  isAsMade,
  ownPart,
  partFrom,
  reworded,
  type Way,
  waysOf,
  withCheck,
  wordingOf,
} from './parts.ts'
export {
  type Asked,
  type Choosing,
  everyQuestion,
  fewestAsked,
  mostAsked,
  questionsFor,
} from './questions.ts'
export {
  changedBy,
  changeInWords,
  type RuleSet,
  type RulingChange,
  rulesIn,
  rulesWith,
  stricterRulings,
} from './rulings.ts'
export { partText, textOf, unfilled, usedBlanks } from './text-of.ts'
