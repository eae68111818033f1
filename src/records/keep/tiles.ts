import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId } from '../actor.ts'
import type { HashAt, Subtree } from '../log/merkle.ts'
import { hashesOf, type Tile, tilesFor } from '../log/tiles.ts'

/** A tile's hashes, one after another: a full one as it is kept, a partial one from what stands below it. */
export async function readTile(db: Db, agencyId: AgencyId, { level, n, width }: Tile): Promise<Uint8Array> {
  const from = n * 256
  const { rows } =
    width === 256
      ? await sql<{ hash: Buffer }>`select hashes as hash from tile
          where agency_id = ${agencyId} and level = ${level} and n = ${n}`.execute(db)
      : level === 0
        ? await sql<{ hash: Buffer }>`select hash from entry_sequenced where agency_id = ${agencyId}
            and position >= ${from} and position < ${from + width} order by position`.execute(db)
        : await sql<{
            hash: Buffer
          }>`select root as hash from tile where agency_id = ${agencyId} and level = ${level - 1}
            and n >= ${from} and n < ${from + width} order by n`.execute(db)
  return Buffer.concat(rows.map(row => row.hash))
}

/** A way to look up the hashes of these subtrees, in a tree of `size` leaves: reads the tiles they need, each once. */
export async function hashesFor(
  db: Db,
  agencyId: AgencyId,
  subtrees: readonly Subtree[],
  size: number,
): Promise<HashAt> {
  const tiles = tilesFor(subtrees, size)
  const read = await Promise.all(tiles.map(tile => readTile(db, agencyId, tile)))
  const found = new Map(tiles.map((tile, at) => [`${tile.level}/${tile.n}`, read[at]]))
  return hashesOf((level, n) => found.get(`${level}/${n}`))
}
