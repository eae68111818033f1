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
} from 'kysely'
import type pg from 'pg'
import { askOne, flight, isKnown, type Statement } from './flight.ts'
import { type Piece, type Prepared, question, type Values, valuesOf } from './prepared.ts'

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

/** A piece of a question, and who waits for the answer. */
interface Asked {
  readonly piece: Prepared<never>
  readonly values: readonly unknown[]
  readonly done: (answer: unknown) => void
  readonly fail: (error: unknown) => void
}

class OneConnection implements DatabaseConnection {
  readonly client: pg.ClientBase
  /** What the first statement that nobody waits for failed with, in this transaction. */
  failure: unknown
  /** Statements that nobody waits for, until they leave. */
  #waiting: Statement[] = []
  /** Pieces of the next question, until it leaves. */
  #pieces: Asked[] = []
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

  /** Begins a transaction: the server reads the words for that once, too. */
  async begin(statements: readonly Statement[]): Promise<void> {
    this.failure = undefined
    this.gather()
    if (statements.every(one => isKnown(this.client, one))) await flight(this.client, statements)
    else await Promise.all(statements.map(one => this.#askOne(one)))
  }

  ask(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    this.gather()
    this.#leave()
    return this.#askOne({ name: statementName(text), text, values })
  }

  /** Pieces that are asked before the work in hand has nothing more to say are one question. */
  askPiece(piece: Prepared<never>, values: readonly unknown[]): Promise<unknown> {
    this.gather()
    if (this.#waiting.length > 0) this.#leave()
    return new Promise((done, fail) => this.#pieces.push({ piece, values, done, fail }))
  }

  send(text: string, values: readonly unknown[]): void {
    this.gather()
    if (this.#pieces.length > 0) this.#leave()
    this.#waiting.push({ name: statementName(text), text, values })
  }

  /** What waits leaves together with the commit. */
  commit(): Promise<pg.QueryResult | undefined> {
    this.gather()
    this.#askPieces()
    this.#waiting.push({ name: 'commit', text: 'commit', values: [] })
    return this.#leave()
  }

  /** What waits never leaves. */
  rollback(): Promise<pg.QueryResult> {
    this.#waiting = []
    this.gather()
    this.#leave()
    return this.#askOne({ name: 'rollback', text: 'rollback', values: [] })
  }

  #askPieces(): void {
    const pieces = this.#pieces
    if (pieces.length === 0) return
    this.#pieces = []
    const text = question(pieces.map(({ piece }) => piece))
    const values = pieces.flatMap(one => one.values)
    this.#askOne({ name: statementName(text), text, values }).then(
      ({ rows: [row] }) => {
        for (const [at, { done }] of pieces.entries()) done(row[`a${at}`])
      },
      error => {
        for (const { fail } of pieces) fail(error)
      },
    )
  }

  /** Sends what waits: in one flight where the server knows all of it, else one by one. Gives the last one's result. */
  #leave(): Promise<pg.QueryResult | undefined> {
    this.#askPieces()
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
      return await askOne(this.client, statement)
    } catch (error) {
      // What went wrong is read where the answer came in; whoever looks for it wants to know who asked.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.ask(query.sql, query.parameters)
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
export function send<V extends Values>(db: Db, statement: Prepared<V>, values: V): void {
  connectionOf(db).send(statement.text, valuesOf(statement, values))
}

/**
 * Asks for one value of this transaction: undefined where there is none. Whatever is asked for at the same time, in whichever
 * room, leaves with it as one statement with one answer, so that all of it is seen at the same moment.
 */
export const ask = async <V extends Values, T>(
  db: Db,
  asked: Piece<V, T>,
  values: V,
): Promise<T | undefined> =>
  ((await connectionOf(db).askPiece(asked, valuesOf(asked, values))) as T | null) ?? undefined

/**
 * Begins a transaction, with settings of its own by names and values, ahead of the first query. If that fails, so does every
 * query behind it.
 */
export function begin(
  db: Db,
  mode: 'read only' | 'read write',
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const text = `begin ${mode}`
  const all = Object.entries(settings)
  const each = all.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, true)`)
  // Asked in a condition that nothing meets, so that there is nothing to answer.
  const setting = { name: `set ${all.length}`, text: `select where (${each.join(' || ')}) is null` }
  const statements = [
    { name: text, text, values: [] },
    ...(each.length > 0 ? [{ ...setting, values: all.flat() }] : []),
  ]
  return connectionOf(db).begin(statements)
}

/** Commits. Says whether the server did: a commit behind a statement that failed is a rollback in disguise. */
export const commit = async (db: Db): Promise<boolean> =>
  (await connectionOf(db).commit())?.command === 'COMMIT'

export const rollback = async (db: Db): Promise<void> => void (await connectionOf(db).rollback())

/** What a statement that was sent has failed with in this transaction; undefined when none has. */
export const failureOf = (db: Db): unknown => connectionOf(db).failure
