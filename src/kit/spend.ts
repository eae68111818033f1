import type pg from 'pg'

/**
 * Uses up `key` for `seconds`: true for whoever is first, false for everybody after, in every process. Unlike a count in
 * windows of time it has no edge at which a second use slips through.
 */
export async function spend(pool: pg.Pool, key: string, seconds: number, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + seconds * 1000)
  const { rowCount } = await pool.query({
    name: 'spend',
    text: `insert into spent (key, until) values ($1, $2)
      on conflict (key) do update set until = excluded.until where spent.until <= $3`,
    values: [key, until, now],
  })
  return rowCount === 1
}
