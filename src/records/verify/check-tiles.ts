import { type Edge, grow } from '../log/tiles.ts'
import type { Checking } from './checking.ts'

/** A row of the log as far as tiles are made from it. */
export interface Hashed {
  readonly id: string
  readonly hash: Uint8Array
}

/**
 * The tiles that these leaves fill must be the ones that are kept. A tile of leaves that differs names the first entry in
 * which it does: the log was given another leaf there than the one that was sequenced.
 */
export async function checkTiles(
  { client, id, problem }: Checking,
  edge: Edge,
  rows: readonly Hashed[],
): Promise<Edge> {
  const grown = grow(
    edge,
    rows.map(row => row.hash),
  )
  for (const { level, n, hashes, root } of grown.full) {
    const kept = await client.query<{ hashes: Buffer; root: Buffer }>(
      'select hashes, root from tile where agency_id = $1 and level = $2 and n = $3',
      [id, level, n],
    )
    const tile = kept.rows[0]
    const first = n * 256 ** (level + 1)
    if (!tile) {
      problem({ position: first, what: `the tile ${level}/${n} is gone` })
      continue
    }
    const at = firstDifference(tile.hashes, hashes)
    if (at !== undefined) {
      const position = first + at * 256 ** level
      const entryId = level === 0 ? rows[position - edge.size]?.id : undefined
      problem({
        position,
        entryId,
        what: `entry ${position + 1}: it is not the one in the tile ${level}/${n}`,
      })
    } else if (!tile.root.equals(root)) {
      problem({ position: first, what: `the root of the tile ${level}/${n} is not what its hashes give` })
    }
  }
  return grown.edge
}

/** Which of the hashes, one after another, is the first that is not the same. */
function firstDifference(kept: Uint8Array, rebuilt: Uint8Array): number | undefined {
  for (let at = 0; at < rebuilt.length; at++) if (kept[at] !== rebuilt[at]) return Math.floor(at / 32)
  return undefined
}

/** No tile may be kept that the log has not filled: it would stand in the way of the true one. */
export async function checkNoMoreTiles({ client, id, problem }: Checking, size: number): Promise<void> {
  const { rows } = await client.query<{ level: number; n: number }>(
    'select level, n from tile where agency_id = $1 and (n + 1) * power(256, level + 1) > $2 order by level, n limit 1',
    [id, size],
  )
  const tile = rows[0]
  if (tile)
    problem({ position: size, what: `the tile ${tile.level}/${tile.n} is kept, and no entries fill it` })
}
