import pg from 'pg'
import type { TestDatabase } from './database.ts'

/** What the database answers to one statement of the application's role in an agency: `stored`, or its code of refusal. Nothing of it stays. */
export async function answerToApp(
  database: TestDatabase,
  agency: string,
  query: pg.QueryConfig,
): Promise<string> {
  const app = new pg.Client({ connectionString: database.appUrl })
  await app.connect()
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true)`, [agency])
  const answer = await app.query(query).then(
    () => 'stored',
    error => error.code as string,
  )
  await app.query('rollback')
  await app.end()
  return answer
}
