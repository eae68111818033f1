export { directionOf } from './direction.ts'
export { unprintable } from './fonts.ts'
export type { Json, Sheet } from './sheet.ts'
export { pictures, typeset } from './typeset.ts'
