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

/**
 * Holds what is sent on this connection until the work in hand has nothing more to say, so that queries sent without
 * waiting leave as one packet.
 */
export function gather(client: pg.ClientBase): void {
  const { stream } = (client as pg.Client).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  // After every promise that is ready to go on: whatever those send is gathered too.
  process.nextTick(() => stream.uncork())
}

class OneConnection implements DatabaseConnection {
  readonly client: pg.ClientBase
  /** What the first statement that nobody waits for failed with, in this transaction. */
  failure: unknown
  constructor(client: pg.ClientBase) {
    this.client = client
  }
  ask(query: CompiledQuery): Promise<pg.QueryResult> {
    const name = statementName(query.sql)
    gather(this.client)
    const asked = { text: query.sql, values: [...query.parameters] }
    return this.client.query(name ? { ...asked, name } : asked)
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
 * Sends a statement of this transaction and does not wait for its answer: what is sent after it, the commit too, goes
 * down the same pipe. If it fails, the transaction cannot commit, and throws what the statement failed with.
 */
export function send(db: Db, statement: RawBuilder<unknown>): void {
  const connection = connectionOf(db)
  connection.ask(statement.compile(db)).catch(error => {
    connection.failure ??= error
  })
}

/** What a statement that was sent has failed with since it was last asked; undefined when none has. */
export function takeFailure(db: Db): unknown {
  const connection = connectionOf(db)
  const { failure } = connection
  connection.failure = undefined
  return failure
}
