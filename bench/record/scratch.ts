import { join } from 'node:path'
import type pg from 'pg'
import { asApp, bringUpToDate } from '../../src/database.ts'
import { machineClock } from '../../src/kit/clock.ts'
import { openPool } from '../../src/kit/db/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { startEmbedded } from '../../src/kit/postgres/index.ts'
import { type AgencyId, type Ground, type Keeping, logKeys } from '../../src/records/index.ts'
import { emptyFolder, removeFolder } from '../setup/lanyard.ts'

/** A database with every table and two agencies: a board, and one of its members. Nobody else is in it. */
export interface Scratch {
  readonly board: AgencyId
  readonly agency: AgencyId
  readonly ownerUrl: string
  readonly owner: pg.Pool
  readonly ground: Ground
  readonly keeping: Keeping
}

const password = 'bench'

/** Does something with a PostgreSQL and a database of its own, and leaves nothing of them behind. */
export async function withScratch<T>(work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const folder = await emptyFolder()
  const server = await startEmbedded({ folder, ownerPassword: password })
  const owner = openPool(server.ownerUrl, 4)
  // A million entries are made by one statement: it may take longer than any of the application's.
  owner.on('connect', client => void client.query('set statement_timeout = 0'))
  try {
    await bringUpToDate(server.ownerUrl, password)
    const [board, agency] = [newId<'agency'>(), newId<'agency'>()]
    await owner.query(
      `insert into agency (id, board_id, kind, slug, name) values
        ($1, null, 'board', 'board', 'The board'), ($2, $1, 'member', 'member', 'A member')`,
      [board, agency],
    )
    const appUrl = asApp(server.ownerUrl, password)
    const pool = openPool(appUrl, 20)
    const ground: Ground = { pool, clock: machineClock, announce: () => {} }
    const keeping: Keeping = {
      ground,
      url: appUrl,
      keys: logKeys(Buffer.alloc(32, 7).toString('base64'), 'http://localhost'),
      heads: join(folder, 'witness'),
      fault: error => {
        throw error
      },
    }
    const result = await work({ board, agency, ownerUrl: server.ownerUrl, owner, ground, keeping })
    await pool.end()
    return result
  } finally {
    await owner.end()
    await server.stop()
    await removeFolder(folder)
  }
}

/**
 * Puts `count` entries into the queue to an agency's log. PostgreSQL makes them itself, as canonical leaves over salted
 * contents, because a million are wanted soon; verification then checks them by the rules that hold for all.
 */
export async function makeEntries(owner: pg.Pool, agency: AgencyId, count: number): Promise<void> {
  await unlookedFor(owner, client =>
    client.query(
      `with made as materialized (
        select uuidv7() as id, uuidv7() as about, date_trunc('milliseconds', clock_timestamp()) as at,
          sha256(number::text::bytea) as salt,
          '{"body":"Thursday starts at half past six this week, in the big hall.","number":' || number || '}' as content
        from generate_series(1, $2::int) number),
      new as (
        insert into entry (agency_id, id, at, event, person_id, about_id, leaf, salt, content)
        select $1, id, at, 'bench.made', null, about,
          '{"about":[{"id":"' || about || '","kind":"bench"}],"at":"'
            || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","cites":["EM-BEST-1"],"commitment":"'
            || encode(sha256(salt || convert_to(content, 'UTF8')), 'base64')
            || '","event":"bench.made","id":"' || id || '","v":1,"who":"system"}',
          salt, content from made returning id)
      insert into entry_pending (agency_id, entry_id) select $1, id from new`,
      [agency, count],
    ),
  )
  // As PostgreSQL does by itself in a while: without it, it plans for the few rows that were there before.
  await owner.query('analyze entry, entry_pending, entry_sequenced')
}

/** Takes out again what was put in by SQL alone, as it is no record. */
export const takeOut = (owner: pg.Pool, where: string, values: readonly string[]): Promise<void> =>
  unlookedFor(owner, async client => {
    for (const table of ['entry_pending', 'entry_sequenced'])
      await client.query(
        `delete from ${table} where (agency_id, entry_id) in (select agency_id, id from entry where ${where})`,
        [...values],
      )
    await client.query(`delete from entry where ${where}`, [...values])
  })

/** In one transaction that looks nothing up: what the rows point to is known to be there, or that nothing points to them. */
async function unlookedFor(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    await work(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}
