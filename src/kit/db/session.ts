import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
} from 'kysely'
import type pg from 'pg'
import { flight, isKnown, queryOf, type Statement } from './flight.ts'

/** Any capability's tables: each names its own with `db.withTables<…>()` in its queries.ts. */
export type Db = Kysely<Record<never, never>>

// A statement is parsed by the server once for each connection and then known by its name.
const names = new Map<string, string>()
const namesKept = 1_000

function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= namesKept) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

class OneConnection implements DatabaseConnection {
  readonly client: pg.ClientBase
  /** What the first statement that nobody waits for failed with, in this transaction. */
  failure: unknown
  /** Statements that nobody waits for, until they leave. */
  #waiting: Statement[] = []
  constructor(client: pg.ClientBase) {
    this.client = client
  }

  /**
   * Holds what is sent on this connection until the work in hand has nothing more to say, so that all that is sent without
   * waiting leaves as one packet.
   */
  gather(): void {
    const { stream } = (this.client as pg.Client).connection
    if (stream.writableCorked > 0) return
    stream.cork()
    // After every promise that is ready to go on: whatever those send is gathered too.
    process.nextTick(() => {
      this.#leave()
      stream.uncork()
    })
  }

  ask({ sql: text, parameters: values }: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<pg.QueryResult> {
    this.gather()
    this.#leave()
    return this.#askOne({ name: statementName(text), text, values })
  }

  send({ sql: text, parameters: values }: CompiledQuery): void {
    this.gather()
    this.#waiting.push({ name: statementName(text), text, values })
  }

  /** What waits leaves together with the commit. */
  commit(): Promise<pg.QueryResult | undefined> {
    this.gather()
    this.#waiting.push({ name: 'commit', text: 'commit', values: [] })
    return this.#leave()
  }

  /** What waits never leaves. */
  rollback(): Promise<pg.QueryResult> {
    this.#waiting = []
    this.gather()
    return this.#askOne({ name: 'rollback', text: 'rollback', values: [] })
  }

  /** Sends what waits: in one flight where the server knows all of it, else one by one. Gives the last one's result. */
  #leave(): Promise<pg.QueryResult | undefined> {
    const statements = this.#waiting
    if (statements.length === 0) return Promise.resolve(undefined)
    this.#waiting = []
    const asked = statements.every(one => isKnown(this.client, one))
      ? [flight(this.client, statements)]
      : statements.map(one => this.#askOne(one))
    for (const one of asked)
      one.catch(error => {
        this.failure ??= error
      })
    return asked.at(-1) as Promise<pg.QueryResult>
  }

  async #askOne(statement: Statement): Promise<pg.QueryResult> {
    try {
      return await new Promise((done, fail) => {
        this.client.query(queryOf(statement, (error, result) => (error ? fail(error) : done(result))))
      })
    } catch (error) {
      // What went wrong is read where the answer came in; whoever looks for it wants to know who asked.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.ask(query)
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered on a transaction')
  }
}

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
export function send(db: Db, statement: RawBuilder<unknown>): void {
  connectionOf(db).send(statement.compile(db))
}

/** Begins a transaction, with settings of its own, ahead of the first query. If that fails, so does every query behind it. */
export function begin(db: Db, text: string): Promise<unknown> {
  const connection = connectionOf(db)
  connection.failure = undefined
  connection.gather()
  return connection.client.query(text)
}

/** Commits. Says whether the server did: a commit behind a statement that failed is a rollback in disguise. */
export const commit = async (db: Db): Promise<boolean> =>
  (await connectionOf(db).commit())?.command === 'COMMIT'

export const rollback = async (db: Db): Promise<void> => void (await connectionOf(db).rollback())

/** What a statement that was sent has failed with in this transaction; undefined when none has. */
export const failureOf = (db: Db): unknown => connectionOf(db).failure
