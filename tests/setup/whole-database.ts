import pg from 'pg'
import type { TestDatabase } from './database.ts'

/**
 * In which columns of the whole database, sign-ins and the queue of jobs with it, any of these texts stands: as it is, or as
 * the bytes of a column.
 */
export async function columnsWith(database: TestDatabase, texts: readonly string[]): Promise<string[]> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ of: string; column: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as of, quote_ident(a.attname) as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema')
    where a.attnum > 0 and not a.attisdropped`)
  const sought = texts.flatMap(text => [text, Buffer.from(text).toString('hex')]).join('|')
  const found: string[] = []
  for (const { of, column } of rows) {
    const { rowCount } = await owner.query(`select 1 from ${of} where ${column}::text ~ $1 limit 1`, [sought])
    if (rowCount) found.push(`${of}.${column}`)
  }
  await owner.end()
  return found
}
