export { openConnection, openPool } from './pool.ts'
export { type Db, kyselyOn, send } from './session.ts'
export { together } from './together.ts'
export { type LocalSettings, type Outcome, transaction } from './transaction.ts'
