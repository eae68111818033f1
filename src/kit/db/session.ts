import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type pg from 'pg'
import { OneConnection } from './connection.ts'
import { type Piece, type Prepared, type Values, valuesOf } from './prepared.ts'

/** Any capability's tables: each names its own with `db.withTables<…>()` in its queries.ts. */
export type Db = Kysely<Record<never, never>>

class OneConnectionDriver implements Driver {
  readonly connection: OneConnection
  constructor(connection: OneConnection) {
    this.connection = connection
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('a transaction is already open: read() and write() open it')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const made = new WeakMap<pg.ClientBase, Db>()
const connections = new WeakMap<Db, OneConnection>()

/** Kysely over one connection, whose queries are pipelined when they are not waited for one by one. */
export function kyselyOn(client: pg.ClientBase): Db {
  const before = made.get(client)
  if (before) return before
  const connection = new OneConnection(client)
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OneConnectionDriver(connection),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  const db: Db = new Kysely({ dialect })
  made.set(client, db)
  connections.set(db, connection)
  return db
}

function connectionOf(db: Db): OneConnection {
  const connection = connections.get(db)
  if (!connection) throw new TypeError('this is not the connection of a transaction')
  return connection
}

/**
 * Sends a statement of this transaction that gives no rows, and does not wait for its answer: what is sent after it, the
 * commit too, goes down the same pipe. If it fails, the transaction cannot commit, and throws what the statement failed with.
 */
export function send<V extends Values>(db: Db, statement: Prepared<V>, values: V): void {
  connectionOf(db).send(statement.text, valuesOf(statement, values))
}

/**
 * Asks for one value of this transaction: undefined where there is none. Whatever is asked for at the same time, in whichever
 * room, leaves with it as one statement with one answer, so that all of it is seen at the same moment.
 */
export async function ask<V extends Values, T>(
  db: Db,
  asked: Piece<V, T>,
  values: V,
): Promise<T | undefined> {
  try {
    const answer = await connectionOf(db).askPiece(asked, valuesOf(asked, values))
    return (answer as T | null) ?? undefined
  } catch (error) {
    // Whoever looks for what went wrong wants to know who asked.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}

/**
 * Begins a transaction, with settings of its own by names and values. Both leave with the first query: if they fail, so does
 * every query behind them.
 */
export function begin(
  db: Db,
  mode: 'read only' | 'read write',
  settings: Readonly<Record<string, string>>,
): void {
  const text = `begin ${mode}`
  const all = Object.entries(settings)
  const each = all.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, true)`)
  // Asked in a condition that nothing meets, so that there is nothing to answer.
  const setting = { name: `set ${all.length}`, text: `select where (${each.join(' || ')}) is null` }
  const statements = [
    { name: text, text, values: [] },
    ...(each.length > 0 ? [{ ...setting, values: all.flat() }] : []),
  ]
  connectionOf(db).begin(statements)
}

/** Commits. Says whether the server did: a commit behind a statement that failed is a rollback in disguise. */
export const commit = async (db: Db): Promise<boolean> =>
  (await connectionOf(db).commit())?.command === 'COMMIT'

export const rollback = (db: Db): Promise<void> => connectionOf(db).rollback()

/** What a statement that was sent has failed with in this transaction; undefined when none has. */
export const failureOf = (db: Db): unknown => connectionOf(db).failure
