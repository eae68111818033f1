export { openConnection, openPool } from './pool.ts'
export { type Db, kyselyOn, send } from './session.ts'
export { type LocalSettings, type Outcome, transaction } from './transaction.ts'
