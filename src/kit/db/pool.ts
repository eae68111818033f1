import pg from 'pg'

// Dates and times come as Date; whole numbers of 8 bytes as numbers while they are exact, else an error.
const wholeNumber = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`a database number is too large to be exact: ${text}`)
  return value
}
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.INT8) return wholeNumber
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid as never, format as never)
  },
} as pg.CustomTypesConfig

/** In milliseconds. No statement of ours comes near it; one that waits so long for another's lock gives up its place. */
const longestStatement = 30_000

/**
 * In milliseconds, and longer than any statement may take: what has had no answer by then gets none, as the connection has died without
 * a word. It is given up: all that is asked on it fails, it leaves the pool, and of a commit nobody knows whether it happened.
 */
const longestSilence = 60_000

/**
 * A pool of connections to PostgreSQL. Queries sent on one connection without waiting are pipelined.
 * `max` is the number of connections this process may hold. What takes longer than `silence` goes down a connection of its own.
 */
export function openPool(url: string, max: number, name = 'lanyard', silence = longestSilence): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: longestStatement,
    query_timeout: silence,
    keepAlive: true,
    pipeline: true,
    types,
  } as pg.PoolConfig)
  // An idle connection that the server closes must not end the process: the next query opens another.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** One connection, reading values as the pool's connections do. The caller ends it. */
export async function openConnection(url: string, name = 'lanyard'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name, types })
  // A connection that breaks must not end the process: the query that finds it broken says so.
  client.on('error', () => {})
  await client.connect()
  return client
}
