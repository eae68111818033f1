import type pg from 'pg'
import { begin, commit, type Db, failureOf, kyselyOn, rollback } from './session.ts'

/** Names and values set for one transaction only (`set_config(name, value, true)`). Values must be uuids or empty. */
export type LocalSettings = Readonly<Record<string, string>>

const plain = /^[0-9a-f-]{0,36}$/
function checked(settings: LocalSettings): LocalSettings {
  for (const [name, value] of Object.entries(settings))
    if (!plain.test(value)) throw new TypeError(`the transaction setting ${name} must be a uuid`)
  return settings
}

/** What a transaction ended with: `keep` commits, otherwise everything in it is undone. */
export interface Outcome<T> {
  readonly keep: boolean
  readonly value: T
}

/**
 * One transaction on one connection. Opening it and its settings leave with the first query.
 * Commits when `work` says keep; undoes everything when it does not, or throws.
 */
export async function transaction<T>(
  pool: pg.Pool,
  mode: 'read only' | 'read write',
  settings: LocalSettings,
  work: (db: Db) => Promise<Outcome<T>>,
): Promise<T> {
  const client = await pool.connect()
  const db = kyselyOn(client)
  let broken: Error | undefined
  try {
    begin(db, mode, checked(settings))
    const { keep, value } = await work(db)
    if (!keep) await rollback(db)
    else if (!(await commit(db))) throw new Error('the transaction could not be committed')
    return value
  } catch (fault) {
    await rollback(db).catch((error: Error) => {
      broken = error
    })
    // Behind a statement that failed, every other fails too: the first says why.
    throw failureOf(db) ?? fault
  } finally {
    client.release(broken)
  }
}
