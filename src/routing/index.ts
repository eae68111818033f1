export { type Body, isOutside, type OutsideBody, outsideBodies, outsideBody } from './bodies.ts'
export {
  type About,
  type Answer,
  abouts,
  type Facts,
  type Question,
  questions,
  type What,
  whats,
  worksWithChildren,
} from './facts.ts'
export { type FieldId, fields, isField, type Known } from './fields.ts'
export { type Hears, isKeptOut, whoHears } from './hears.ts'
export { type PointedOut, pointOut } from './leading.ts'
export { type NoPack, type Pack, type PackLine, packFor, packText } from './pack.ts'
export { route } from './route.ts'
export { type Hearer, hearers, type OurRole, type Part } from './rules-inside.ts'
export { type Pointing, pointings } from './rules-leading.ts'
export { isPackBody, type PackBody, packs } from './rules-packs.ts'
export {
  type By,
  byInWords,
  type Settings,
  type Span,
  type Step,
  usualSettings,
  type Weight,
  weights,
} from './step.ts'
