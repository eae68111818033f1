import type pg from 'pg'

/**
 * Counts one use of `key` in its window of time, shared by every process. Says whether it is within `most`.
 * Keys are a sign-in name or a link, never a network address alone: a whole school shares one.
 */
export async function withinLimit(
  pool: pg.Pool,
  key: string,
  limit: { readonly most: number; readonly seconds: number },
  now: Date,
): Promise<boolean> {
  const span = limit.seconds * 1000
  const window = new Date(Math.floor(now.getTime() / span) * span)
  const { rows } = await pool.query({
    name: 'count-use',
    text: `insert into use_count (key, window_start, uses) values ($1, $2, 1)
      on conflict (key, window_start) do update set uses = use_count.uses + 1 returning uses`,
    values: [key, window],
  })
  return rows[0].uses <= limit.most
}
