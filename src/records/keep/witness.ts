import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId } from '../actor.ts'
import { consistencyNeeds, consistencyProof, emptyRoot } from '../log/merkle.ts'
import { noteVerifier, signatureLine } from '../log/note.ts'
import { addCheckpointBody, decideCheckpoint } from '../log/witness.ts'
import { tables } from '../queries.ts'
import { headFile, readHead, writeHead } from './heads.ts'
import type { LogKeys } from './log-keys.ts'
import { newestCheckpoint } from './sequence.ts'
import { hashesFor } from './tiles.ts'

/** A log that a witness would not cosign, and why: somebody must look at it. */
export class NotWitnessed extends Error {}

/**
 * Has the agency's board cosign the newest checkpoint: it must follow from the head the board keeps outside the database.
 * The new head is on disk before the cosignature is given. Throws NotWitnessed when the log does not follow.
 */
export async function witness(
  db: Db,
  about: { agencyId: AgencyId; slug: string; boardSlug: string; keys: LogKeys; folder: string; now: Date },
): Promise<void> {
  const { agencyId, slug, boardSlug, keys, folder, now } = about
  const checkpoint = await newestCheckpoint(db, agencyId)
  if (!checkpoint) return
  const file = headFile(folder, boardSlug, slug)
  const kept = await readHead(file)
  const vkey = kept?.vkey ?? keys.log(slug).vkey
  const head = kept?.head ?? { size: 0, root: emptyRoot }
  if (head.size > checkpoint.size)
    throw new NotWitnessed(
      `the log ${slug} has ${checkpoint.size} entries; its witness has seen ${head.size}`,
    )

  const needs = consistencyNeeds(head.size, checkpoint.size)
  const hashAt = await hashesFor(db, agencyId, needs, checkpoint.size)
  const proof = consistencyProof(head.size, checkpoint.size, hashAt)
  const body = addCheckpointBody({ oldSize: head.size, proof, note: checkpoint.note })
  const decided = decideCheckpoint(body, () => ({ keys: [noteVerifier(vkey)], head }))
  if (decided.decision !== 'cosign') throw new NotWitnessed(`the log ${slug}: ${decided.body.trim()}`)

  await writeHead(file, { origin: decided.origin, vkey, head: decided.head })
  const board = keys.witness(boardSlug)
  const signature = board.cosign(decided.text, Math.floor(now.getTime() / 1000))
  await tables(db)
    .insertInto('cosignature')
    .values({
      agency_id: agencyId,
      size: checkpoint.size,
      witness: board.name,
      line: signatureLine(signature),
    })
    .onConflict(on => on.doNothing())
    .execute()
}

/** Whether the newest checkpoint has no cosignature. */
export async function isUnwitnessed(db: Db, agencyId: AgencyId): Promise<boolean> {
  const { rows } = await sql<{ behind: boolean }>`
    select not exists (select from cosignature s where s.agency_id = c.agency_id and s.size = c.size) as behind
    from checkpoint c where c.agency_id = ${agencyId} order by c.size desc limit 1`.execute(db)
  return rows[0]?.behind ?? false
}

/**
 * The newest checkpoint, as one note with its cosignatures; the one before it while the newest waits for its own. Where
 * the witness has refused two, the newest as it is: whoever reads it sees that nobody has cosigned it.
 */
export async function witnessedCheckpoint(
  db: Db,
  agencyId: AgencyId,
): Promise<{ size: number; note: string } | undefined> {
  const { rows } = await sql<{ size: number; note: string; lines: string | null }>`
    select c.size, c.note, (select string_agg(s.line, E'\n') from cosignature s
        where s.agency_id = c.agency_id and s.size = c.size) as lines
    from checkpoint c where c.agency_id = ${agencyId} order by c.size desc limit 2`.execute(db)
  const found = rows.find(row => row.lines) ?? rows[0]
  return (
    found && { size: found.size, note: found.lines ? `${found.note}${found.lines.trimEnd()}\n` : found.note }
  )
}
