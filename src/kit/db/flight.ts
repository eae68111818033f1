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

/** Where the library keeps, by their names, the statements that the server knows on this connection. */
interface Knowing {
  readonly parsedStatements: Readonly<Record<string, string | undefined>>
}

/** Whether the server has parsed this statement on this connection before: only what has may be in a flight. */
export const isKnown = (client: pg.ClientBase, { name, text }: Statement): boolean =>
  name !== undefined &&
  ((client as pg.Client).connection as unknown as Knowing).parsedStatements[name] === text

/**
 * Sends statements that give no rows as one question with one answer: the server stops at the first that fails, the commit
 * at the end too, and answers then. That is what they would come to one by one in a transaction, without an answer and a
 * packet for each. Gives the last one's result.
 */
export function flight(client: pg.ClientBase, statements: readonly Statement[]): Promise<pg.QueryResult> {
  return new Promise((done, fail) => {
    const query = new pg.Query('', [], (error, result) =>
      error ? fail(error) : done([result].flat().at(-1) as unknown as pg.QueryResult),
    )
    query.submit = connection => {
      // Each is written as the library writes it, but for asking what columns it has and for an answer to it alone.
      const quiet = Object.create(connection, {
        describe: { value() {} },
        sync: { value() {} },
      }) as pg.Connection
      try {
        for (const statement of statements) queryOf(statement).submit(quiet)
        connection.sync()
      } catch (error) {
        // A value that cannot be written: the others must not be committed without it.
        connection.stream.destroy(error as Error)
      }
    }
    client.query(query)
  })
}
