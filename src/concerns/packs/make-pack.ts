import type { Id } from '../../kit/ids.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import { packFor } from '../../routing/index.ts'
import { stepEvidence } from '../evidence.ts'
import { insertStep } from '../queries.ts'
import type { ConcernTable, PieceTable, StepTable } from '../tables.ts'
import { writePiece } from '../write-piece.ts'
import { type Handed, handedText } from './known.ts'

/** Why it cannot be made as it is, in a sentence for each reason. */
export interface Missing {
  readonly says: readonly string[]
}

/**
 * Makes what one body is handed, and keeps it sealed in the concern. That it was made and for whom is an entry, without a word of
 * it. `inside` is in the vault. Once for one form, however often it is pressed.
 */
export async function makePack(
  inside: Writer<PersonActor>,
  concern: Permitted<'see' | 'read', ConcernTable>,
  handed: Handed & { readonly key: Id<'draft'> },
): Promise<Change<PieceTable['id'], Refused<'incomplete', Missing>>> {
  const pack = packFor(handed.body, handed.known)
  if (pack.kind === 'no-pack') return refuse('incomplete', { says: pack.problems.map(({ says }) => says) })
  const { db, actor, now } = inside
  const known = Object.fromEntries(
    pack.lines.filter(line => line.known).map(({ field, text }) => [field, text]),
  )
  const piece = await writePiece(inside, concern, {
    kind: 'pack',
    words: handedText({ body: handed.body, known }),
    by: actor.personId,
    key: handed.key,
  })
  if (piece instanceof Already) return piece
  const row: StepTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    concern_id: concern.id,
    step: 'pack-made',
    body: handed.body,
    taken_by: actor.personId,
    taken_at: now,
    piece_id: piece.value,
    entry_id: newEntryId(inside),
  }
  await insertStep(db, row)
  return record(
    inside,
    {
      event: 'concern.pack-made',
      about: [{ kind: 'concern', id: concern.id }],
      cites: ['REP-4'],
      content: contentOf(stepEvidence, row),
    },
    { id: row.entry_id, value: piece.value },
  )
}
