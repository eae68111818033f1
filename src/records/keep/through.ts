import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, EntryId } from '../actor.ts'
import { parseCheckpoint } from '../log/checkpoint.ts'
import {
  consistencyNeeds,
  consistencyProof,
  type Hash,
  inclusionNeeds,
  inclusionProof,
} from '../log/merkle.ts'
import { parseNote } from '../log/note.ts'
import { hashesFor } from './tiles.ts'
import { witnessedCheckpoint } from './witness.ts'

/** An entry in the log, as it is met when the log is read from its beginning. */
export interface LoggedEntry {
  readonly position: number
  readonly id: EntryId
  readonly leaf: string
  readonly salt: Buffer | null
  readonly content: string | null
}

// Two of them hold whatever one batch of the sequencer took in: the entries of one change.
const stretch = 4096

/** Every entry of a log from position `from` up to, not including, `to`, in order: a few thousand are in memory at a time. */
export async function* entriesThrough(
  db: Db,
  agencyId: AgencyId,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<readonly LoggedEntry[]> {
  for (let at = from; at < to; at += stretch) {
    const { rows } = await sql<LoggedEntry>`
      select s.position, e.id, e.leaf, e.salt, e.content from entry_sequenced s
      join entry e on e.agency_id = s.agency_id and e.id = s.entry_id
      where s.agency_id = ${agencyId} and s.position >= ${at} and s.position < ${Math.min(at + stretch, to)}
      order by s.position`.execute(db)
    yield rows.map(row => ({ ...row, position: Number(row.position) }))
  }
}

/** Every entry whose own thing is one of these, in the order of time, whether or not it is in the log yet: without its place. */
export async function entriesAbout(
  db: Db,
  agencyId: AgencyId,
  ids: readonly string[],
): Promise<readonly Omit<LoggedEntry, 'position'>[]> {
  const { rows } = await sql<Omit<LoggedEntry, 'position'>>`
    select id, leaf, salt, content from entry
    where agency_id = ${agencyId} and about_id = any(${[...ids]}::uuid[]) order by at, id`.execute(db)
  return rows
}

/** Where an entry stands in its log; undefined until it has been put there. */
export async function positionOf(db: Db, agencyId: AgencyId, id: EntryId): Promise<number | undefined> {
  const { rows } = await sql<{ position: number }>`
    select position from entry_sequenced where agency_id = ${agencyId} and entry_id = ${id}`.execute(db)
  return rows[0] && Number(rows[0].position)
}

/** Where in the log the first entry about a thing stands; undefined where there is none yet. */
export async function firstPositionAbout(
  db: Db,
  agencyId: AgencyId,
  aboutId: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ position: number | null }>`
    select min(s.position) as position from entry e
    join entry_sequenced s on s.agency_id = e.agency_id and s.entry_id = e.id
    where e.agency_id = ${agencyId} and e.about_id = ${aboutId}`.execute(db)
  return rows[0]?.position == null ? undefined : Number(rows[0].position)
}

/** The newest witnessed checkpoint: the whole note, and its size and root. */
export interface Head {
  readonly note: string
  readonly size: number
  readonly root: string
}

export async function headOf(db: Db, agencyId: AgencyId): Promise<Head | undefined> {
  const found = await witnessedCheckpoint(db, agencyId)
  if (!found) return undefined
  const { size, root } = parseCheckpoint(parseNote(found.note).text)
  return { note: found.note, size, root: Buffer.from(root).toString('base64') }
}

/** The proofs that the entries at these positions are in the tree of `size`, in their order; each tile is read once. */
export async function inclusionProofs(
  db: Db,
  agencyId: AgencyId,
  { positions, size }: { readonly positions: readonly number[]; readonly size: number },
): Promise<readonly (readonly Hash[])[]> {
  const needs = new Map(
    positions.flatMap(position =>
      inclusionNeeds(position, size).map(need => [`${need.level}/${need.index}`, need] as const),
    ),
  )
  const hashAt = await hashesFor(db, agencyId, [...needs.values()], size)
  return positions.map(position => inclusionProof(position, size, hashAt))
}

/** The proof that the tree of `old` leaves is the beginning of the tree of `size`. */
export async function growthProof(
  db: Db,
  agencyId: AgencyId,
  { old, size }: { readonly old: number; readonly size: number },
): Promise<readonly Hash[]> {
  const hashAt = await hashesFor(db, agencyId, consistencyNeeds(old, size), size)
  return consistencyProof(old, size, hashAt)
}

/** The root that the log was signed with at a size, in base64, and when; undefined where no checkpoint had that size. */
export async function rootAt(
  db: Db,
  agencyId: AgencyId,
  size: number,
): Promise<{ readonly root: string; readonly at: Date } | undefined> {
  const { rows } = await sql<{ root: Buffer; at: Date }>`
    select root, at from checkpoint where agency_id = ${agencyId} and size = ${size}`.execute(db)
  return rows[0] && { root: rows[0].root.toString('base64'), at: rows[0].at }
}
