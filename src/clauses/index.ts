export type { Answer, Blank, BuiltKind, Clause, Question, RuleOfWording, Wording } from './clause.ts'
export { builtKinds } from './clause.ts'
export type { Checked, MadeOf, Part } from './part.ts'
