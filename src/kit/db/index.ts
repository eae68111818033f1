export { idOfDraft } from './of-draft.ts'
export { openConnection, openPool } from './pool.ts'
export { type Piece, piece, prepared } from './prepared.ts'
export { ask, type Db, isShared, send } from './session.ts'
export { together } from './together.ts'
export {
  type LocalSettings,
  MayHaveHappened,
  type Outcome,
  transaction,
  transactionTogether,
  type Work,
} from './transaction.ts'
