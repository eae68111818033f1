import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, EntryId } from '../actor.ts'
import { checkpointText } from '../log/checkpoint.ts'
import { leafHash } from '../log/merkle.ts'
import { type Signer, signNote } from '../log/note.ts'
import { type Edge, edgeAt, edgeRoot, emptyEdge, type FullTile, grow, partialTiles } from '../log/tiles.ts'
import { tables } from '../queries.ts'
import { readTile } from './tiles.ts'

/** The most entries that one batch takes; a longer queue is taken in turns, so that no transaction grows without bound. */
export const batchSize = 4096

export interface Sequenced {
  readonly edge: Edge
  readonly taken: number
}

/**
 * Puts the oldest waiting entries of one agency into its log and signs the checkpoint over them: the leaf hashes, the
 * tiles they fill, the checkpoint, and their leaving the queue, in one transaction. `known` is the log's edge as the
 * caller last left it; it is read anew when the log has moved on without the caller. Two sequencers at once cannot both
 * commit: a position is taken once.
 */
export async function sequence(
  db: Db,
  about: { agencyId: AgencyId; signer: Signer; now: Date; known?: Edge | undefined },
): Promise<Sequenced> {
  const { agencyId, signer, now, known } = about
  const { rows: waiting } = await sql<{ id: EntryId; leaf: string }>`
    with oldest as materialized (
      select entry_id from entry_pending where agency_id = ${agencyId} order by entry_id limit ${batchSize})
    select e.id, e.leaf from oldest join entry e on e.agency_id = ${agencyId} and e.id = oldest.entry_id
    order by e.id`.execute(db)
  const before = await edgeOf(db, agencyId, known)
  if (waiting.length === 0) return { edge: before, taken: 0 }

  const hashes = waiting.map(({ leaf }) => leafHash(Buffer.from(leaf)))
  const { edge, full } = grow(before, hashes)
  const root = edgeRoot(edge)
  const text = checkpointText({ origin: signer.name, size: edge.size, root, extensions: [] })
  const ids = waiting.map(({ id }) => id)
  await Promise.all([
    sql`insert into entry_sequenced (agency_id, position, entry_id, hash)
      select ${agencyId}, ${before.size}::bigint + at - 1, id, hash
      from unnest(${ids}::uuid[], ${hashes}::bytea[]) with ordinality as new (id, hash, at)`.execute(db),
    insertTiles(db, agencyId, full),
    tables(db)
      .insertInto('checkpoint')
      .values({ agency_id: agencyId, size: edge.size, root, at: now, note: signNote(text, [signer]) })
      .execute(),
    sql`delete from entry_pending where agency_id = ${agencyId} and entry_id = any(${ids}::uuid[])`.execute(
      db,
    ),
  ])
  return { edge, taken: waiting.length }
}

async function insertTiles(db: Db, agencyId: AgencyId, full: readonly FullTile[]): Promise<void> {
  if (full.length === 0) return
  const rows = full.map(({ level, n, hashes, root }) => ({ agency_id: agencyId, level, n, hashes, root }))
  await tables(db).insertInto('tile').values(rows).execute()
}

async function edgeOf(db: Db, agencyId: AgencyId, known: Edge | undefined): Promise<Edge> {
  const newest = await newestCheckpoint(db, agencyId)
  if (!newest) return emptyEdge
  if (known?.size === newest.size) return known
  const tiles = partialTiles(newest.size)
  const read = await Promise.all(tiles.map(tile => readTile(db, agencyId, tile)))
  return edgeAt(
    newest.size,
    tile => read[tiles.findIndex(one => one.level === tile.level)] ?? new Uint8Array(),
  )
}

/** The agency's newest signed checkpoint. */
export function newestCheckpoint(db: Db, agencyId: AgencyId) {
  return tables(db)
    .selectFrom('checkpoint')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}
