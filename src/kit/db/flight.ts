import pg from 'pg'

/** A statement as it goes to the server. With a name, it is parsed once for each connection and then known by it. */
export interface Statement {
  readonly text: string
  readonly name?: string | undefined
  readonly values: readonly unknown[]
}

/** A statement as the library's own question. Given as one object, it would copy it, which takes longer than all the rest. */
export function queryOf(
  { name, text, values }: Statement,
  answered?: (error: Error | undefined, result: pg.QueryResult) => void,
): pg.Query {
  const query = new pg.Query(text, [...values], answered as never)
  if (name !== undefined) Object.assign(query, { name })
  return query
}

/** What the library does beside what its types tell: what it keeps of a connection, and of an answer. */
interface Knowing {
  /** By their names, the statements that the server knows on this connection. */
  readonly parsedStatements: Readonly<Record<string, string | undefined>>
}
interface Columns {
  readonly fields: unknown
  readonly _parsers: unknown
  readonly _prebuiltEmptyResultObject: unknown
}

/** What the library's question does with an answer, beside what its types tell. */
interface Answering {
  _result: object
  _accumulateRows: boolean
  _checkForMultirow(): void
  handleDataRow(message: unknown): void
}

/** Has the rows of a flight's last statement read by columns that were told before. */
function withRows(query: pg.Query, told: Columns | undefined): void {
  if (!told) return
  const answering = query as unknown as Answering
  const { handleDataRow } = answering
  answering.handleDataRow = message => {
    answering._checkForMultirow()
    Object.assign(answering._result, told)
    answering._accumulateRows = true
    answering.handleDataRow = handleDataRow
    answering.handleDataRow(message)
  }
}

/** Whether the server has parsed this statement on this connection before: only what has may be in a flight. */
export const isKnown = (client: pg.ClientBase, { name, text }: Statement): boolean =>
  name !== undefined &&
  ((client as pg.Client).connection as unknown as Knowing).parsedStatements[name] === text

const nothing = { value() {} }

/** How a connection writes statements, and what it has told. */
interface Manners {
  /** Without asking what columns a statement has. */
  readonly quiet: pg.Connection
  /** Without asking for an answer, either. */
  readonly silent: pg.Connection
  /** The columns of statements, by their names. */
  readonly columns: Map<string, Columns>
}

const manners = new WeakMap<pg.Connection, Manners>()

function mannersOf(connection: pg.Connection): Manners {
  const before = manners.get(connection)
  if (before) return before
  const made: Manners = {
    quiet: Object.create(connection, { describe: nothing }),
    silent: Object.create(connection, { describe: nothing, sync: nothing }),
    columns: new Map<string, Columns>(),
  }
  manners.set(connection, made)
  return made
}

/** Whether what columns this statement has was told on this connection before: only then may it be the last of a flight. */
export const isTold = (client: pg.ClientBase, { name }: Statement): boolean =>
  name !== undefined && mannersOf((client as pg.Client).connection).columns.has(name)

/**
 * Asks one statement. What columns a named one has is asked once on each connection: the server holds them to be the same
 * for as long as it knows the statement by that name.
 */
export function askOne(client: pg.ClientBase, statement: Statement): Promise<pg.QueryResult> {
  return new Promise((done, fail) => {
    const { connection } = client as pg.Client
    const { quiet, columns } = mannersOf(connection)
    const { name } = statement
    const query = queryOf(statement, (error, result) => {
      if (error) return fail(error)
      if (name !== undefined && !columns.has(name)) {
        const { fields, _parsers, _prebuiltEmptyResultObject } = result as unknown as Columns
        columns.set(name, { fields, _parsers, _prebuiltEmptyResultObject })
      }
      done(result)
    })
    const told = name === undefined || !isKnown(client, statement) ? undefined : columns.get(name)
    if (told) {
      const { submit } = query
      Object.assign(query, { _accumulateRows: true, submit: () => submit.call(query, quiet) })
      Object.assign((query as unknown as { _result: object })._result, told)
    }
    client.query(query)
  })
}

// Writes one statement after another: to be written, none needs a question of its own.
const scribe = new pg.Query('', [])

/**
 * Sends statements as one question with one answer: the server stops at the first that fails, the commit at the end too, and
 * answers then. That is what they would come to one by one in a transaction, without an answer and a packet for each. Gives
 * the last one's result; of the others there are no rows.
 */
export function flight(client: pg.ClientBase, statements: readonly Statement[]): Promise<pg.QueryResult> {
  const { columns, silent } = mannersOf((client as pg.Client).connection)
  return new Promise((done, fail) => {
    const query = new pg.Query('', [], (error, result) =>
      error ? fail(error) : done([result].flat().at(-1) as unknown as pg.QueryResult),
    )
    withRows(query, columns.get(statements.at(-1)?.name ?? ''))
    query.submit = connection => {
      // Each is written as the library writes it, but for asking what columns it has and for an answer to it alone.
      try {
        for (const statement of statements) Object.assign(scribe, statement).submit(silent)
        connection.sync()
      } catch (error) {
        // A value that cannot be written: the others must not be committed without it.
        connection.stream.destroy(error as Error)
      }
    }
    client.query(query)
  })
}
