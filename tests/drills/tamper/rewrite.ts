import type pg from 'pg'
import { agencies } from '../../../src/demo/index.ts'
import { leafHash } from '../../../src/records/log/merkle.ts'
import { emptyEdge, grow } from '../../../src/records/log/tiles.ts'

// What a thorough forger would do once something in the log was changed: make everything beside it fit again.
// Only the signatures cannot be made without the keys.

export const riverside = agencies.riverside.id
export const hilltop = agencies.hilltop.id
/** A place that no log here reaches: where things are put aside. */
export const far = 1_000_000

/** The id of the entry at a place in an agency's log, counted from 0. In Riverside's, one that recorded a message. */
export async function entryAt(
  client: pg.Client,
  position: number,
  agency: string = riverside,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select e.id from entry_sequenced s join entry e on e.agency_id = s.agency_id and e.id = s.entry_id
     where s.agency_id = $1 and s.position = $2 and (e.event = 'message.sent' or $1 <> '${riverside}')`,
    [agency, position],
  )
  const id = rows[0]?.id
  if (!id) throw new Error(`there is no message at ${position} to rewrite`)
  return id
}

/** The size of the newest checkpoint that does not yet hold this place: the last one its rewriting leaves true. */
export async function heldBefore(
  client: pg.Client,
  position: number,
  agency: string = riverside,
): Promise<number> {
  const { rows } = await client.query<{ size: string | null }>(
    'select max(size) as size from checkpoint where agency_id = $1 and size <= $2',
    [agency, position],
  )
  return Number(rows[0]?.size ?? 0)
}

export async function sizeOf(client: pg.Client, agency: string = riverside): Promise<number> {
  const { rows } = await client.query<{ size: string }>(
    'select max(size) as size from checkpoint where agency_id = $1',
    [agency],
  )
  return Number(rows[0]?.size)
}

/** Gives every leaf the hash that its text now has. */
export async function rehash(client: pg.Client, agency: string = riverside): Promise<void> {
  const { rows } = await client.query<{ position: string; leaf: string }>(
    `select s.position, e.leaf from entry_sequenced s join entry e on e.agency_id = s.agency_id and e.id = s.entry_id
     where s.agency_id = $1`,
    [agency],
  )
  for (const { position, leaf } of rows) {
    await client.query(
      'update entry_sequenced set hash = $3 where agency_id = $1 and position = $2 and hash <> $3',
      [agency, position, leafHash(Buffer.from(leaf))],
    )
  }
}

/** Makes the tiles anew from the leaves' hashes as they now stand. */
export async function retile(client: pg.Client, agency: string = riverside): Promise<void> {
  const { rows } = await client.query<{ hash: Buffer }>(
    'select hash from entry_sequenced where agency_id = $1 order by position',
    [agency],
  )
  await client.query('delete from tile where agency_id = $1', [agency])
  const { full } = grow(
    emptyEdge,
    rows.map(row => row.hash),
  )
  for (const { level, n, hashes, root } of full) {
    await client.query('insert into tile (agency_id, level, n, hashes, root) values ($1, $2, $3, $4, $5)', [
      agency,
      level,
      n,
      hashes,
      root,
    ])
  }
}

/** Moves every place from `from` on by `by`: closes the gap that a deletion leaves, or opens one. */
export async function shift(client: pg.Client, from: number, by: 1 | -1): Promise<void> {
  const move = 'update entry_sequenced set position = position + $2 where agency_id = $1 and position >= $3'
  await client.query(move, [riverside, far, from])
  await client.query(move, [riverside, by - far, far])
}
