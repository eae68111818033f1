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
import type { Statement } from './flight.ts'
import { Pipe } from './pipe.ts'
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

const connections = new WeakMap<Db, OneConnection>()

/** Kysely over a connection, whose queries are pipelined when they are not waited for one by one. */
function kyselyOn(connection: OneConnection): Db {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OneConnectionDriver(connection),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  const db: Db = new Kysely({ dialect })
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

/** Names and values set for one transaction only (`set_config(name, value, true)`). Values must be uuids or empty. */
export type LocalSettings = Readonly<Record<string, string>>

const plain = /^[0-9a-f-]{0,36}$/

/** Asked in a condition that nothing meets, so that there is nothing to answer. */
function settingOf(settings: LocalSettings): Statement | undefined {
  const all = Object.entries(settings)
  for (const [name, value] of all)
    if (!plain.test(value)) throw new TypeError(`the transaction setting ${name} must be a uuid`)
  if (all.length === 0) return undefined
  const each = all.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, true)`)
  return {
    name: `set ${all.length}`,
    text: `select where (${each.join(' || ')}) is null`,
    values: all.flat(),
  }
}

/** A transaction under way on one connection, and what each piece of work that is done in it says by. */
export interface Session {
  readonly all: readonly Db[]
  /** Commits. Says whether the server did: a commit behind a statement that failed is a rollback in disguise. */
  readonly commit: () => Promise<boolean>
  readonly rollback: () => Promise<void>
  /** Has what one of them has sent so far stay unsent. False where some of it has left and may have changed something. */
  readonly takeBack: (db: Db) => boolean
  /** What a statement that was sent has failed with; undefined when none has. */
  readonly failure: () => unknown
}

/**
 * Begins a transaction for as many pieces of work as there are settings, and gives what each says by. The beginning leaves with the
 * first query, and with each one’s first what is set for it: if they fail, so does every query behind them.
 * Work that is done with others stands or falls with theirs. `waitsAtMost`: so many milliseconds for what somebody else holds.
 */
export function begin(
  client: pg.ClientBase,
  mode: 'read only' | 'read write',
  settings: readonly LocalSettings[],
  waitsAtMost?: number,
): Session {
  const shared = settings.length > 1
  const names = settings.map(one => Object.keys(one).join(' '))
  if (shared && (new Set(names).size > 1 || names[0] === ''))
    throw new TypeError('in a transaction that is shared each has the same settings of their own')
  const opening = [`begin ${mode}`, ...(waitsAtMost ? [`set local lock_timeout = ${waitsAtMost}`] : [])]
  const pipe = new Pipe(
    client,
    opening.map(text => ({ name: text, text, values: [] })),
  )
  const all = settings.map(one => new OneConnection(pipe, { settings: settingOf(one), shared }))
  return {
    all: all.map(kyselyOn),
    commit: async () => (await pipe.commit(all)).command === 'COMMIT',
    rollback: () => pipe.rollback(all),
    takeBack: db => {
      const one = connectionOf(db)
      one.forget()
      return !one.hasWritten
    },
    failure: () => pipe.failure,
  }
}

/** Whether this piece of work shares its transaction with others. */
export const isShared = (db: Db): boolean => connectionOf(db).isShared
