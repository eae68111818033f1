import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, EntryId, PersonId } from '../actor.ts'
import { parseLeaf } from '../log/leaf.ts'
import { inclusionNeeds, inclusionProof } from '../log/merkle.ts'
import type { Receipt } from '../log/receipt.ts'
import { hashesFor } from './tiles.ts'
import { witnessedCheckpoint } from './witness.ts'

/** An entry as its receipt is made from it. `position` is null until the sequencer has put it in the log. */
export interface ReceiptEntry {
  readonly id: EntryId
  readonly person_id: PersonId | null
  readonly leaf: string
  readonly salt: Buffer | null
  readonly content: string | null
  readonly position: number | null
}

export async function selectReceiptEntry(
  db: Db,
  agencyId: AgencyId,
  id: EntryId,
): Promise<ReceiptEntry | undefined> {
  const { rows } = await sql<ReceiptEntry>`
    select e.id, e.person_id, e.leaf, e.salt, e.content, s.position from entry e
    left join entry_sequenced s on s.agency_id = e.agency_id and s.entry_id = e.id
    where e.agency_id = ${agencyId} and e.id = ${id}`.execute(db)
  return rows[0]
}

/**
 * The receipt of an entry, in the tree of the newest cosigned checkpoint that has it. Undefined while the entry waits
 * to be put in the log or cosigned: a second or so.
 */
export async function receiptOf(
  db: Db,
  agencyId: AgencyId,
  entry: ReceiptEntry,
): Promise<Receipt | undefined> {
  const checkpoint = await witnessedCheckpoint(db, agencyId)
  if (entry.position === null || !checkpoint || entry.position >= checkpoint.size) return undefined
  const needs = inclusionNeeds(entry.position, checkpoint.size)
  const hashAt = await hashesFor(db, agencyId, needs, checkpoint.size)
  return {
    leaf: parseLeaf(entry.leaf),
    index: entry.position,
    proof: inclusionProof(entry.position, checkpoint.size, hashAt),
    checkpoint: checkpoint.note,
    ...(entry.salt && entry.content
      ? { disclosed: { salt: entry.salt, content: JSON.parse(entry.content) } }
      : {}),
  }
}
