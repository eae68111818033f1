import pg from 'pg'
import { Sorry } from '../sorry.ts'

/** The oldest PostgreSQL that Lanyard runs on. */
export const oldest = 15

/** Whether a server's `server_version_num` (150004 for 15.4) is new enough. */
export const isNewEnough = (versionNumber: number, least = oldest): boolean => versionNumber >= least * 10_000

/**
 * Connects once to say in words what is wrong: not reachable, not let in, no such database, older than `least`. Gives up
 * at once when `signal` says so.
 */
export async function checkDatabase(
  url: string,
  about: { readonly least?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const { least = oldest, signal } = about
  const { host, pathname } = new URL(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await unlessAborted(client.connect(), signal)
    const { rows } = await client.query(
      'select current_setting($1)::int as number, current_setting($2) as name',
      ['server_version_num', 'server_version'],
    )
    if (!isNewEnough(rows[0].number, least)) {
      throw new Sorry(
        `The database at ${host} is PostgreSQL ${rows[0].name}. Lanyard needs version ${least} or later.`,
      )
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw inWords(error, host, decodeURIComponent(pathname.slice(1)))
  } finally {
    // Not waited for: a server that never answered does not say goodbye either.
    client.end().catch(() => {})
  }
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  signal.throwIfAborted()
  return Promise.race([work, aborted])
}

function inWords(error: unknown, host: string, database: string): unknown {
  if (error instanceof Sorry) return error
  const code = (error as { code?: string }).code ?? ''
  if (code === '28P01' || code === '28000')
    return new Sorry(`The database at ${host} did not accept the role or password in DATABASE_URL.`)
  if (code === '3D000')
    return new Sorry(
      `The server at ${host} has no database named ${database}. Create it, or change DATABASE_URL.`,
    )
  return new Sorry(
    `The database at ${host} cannot be reached. Is it running, and is DATABASE_URL right? (${code || 'no answer'})`,
  )
}
