import pg from 'pg'
import { Sorry } from '../sorry.ts'

const oldest = 15

/** Whether a server's `server_version_num` (150004 for 15.4) is new enough. */
export const isNewEnough = (versionNumber: number): boolean => versionNumber >= oldest * 10_000

/** Connects once to say in words what is wrong: not reachable, not let in, no such database, too old. */
export async function checkDatabase(url: string): Promise<void> {
  const { host, pathname } = new URL(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query(
      'select current_setting($1)::int as number, current_setting($2) as name',
      ['server_version_num', 'server_version'],
    )
    if (!isNewEnough(rows[0].number)) {
      throw new Sorry(
        `The database at ${host} is PostgreSQL ${rows[0].name}. Lanyard needs version ${oldest} or later.`,
      )
    }
  } catch (error) {
    throw inWords(error, host, pathname.slice(1))
  } finally {
    await client.end().catch(() => {})
  }
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
