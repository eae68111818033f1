export { openConnection, openPool } from './pool.ts'
export { type Db, kyselyOn } from './session.ts'
export { type LocalSettings, type Outcome, transaction } from './transaction.ts'
