import type { Id } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { Change, PersonActor, Writer } from '../../records/index.ts'
import { packFor } from '../../routing/index.ts'
import type { ConcernTable, PieceTable } from '../tables.ts'
import { takeStep } from '../take-step.ts'
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
  const known = Object.fromEntries(
    pack.lines.filter(line => line.known).map(({ field, text }) => [field, text]),
  )
  const piece = await writePiece(inside, concern, {
    kind: 'pack',
    words: handedText({ body: handed.body, known }),
    by: inside.actor.personId,
    key: handed.key,
  })
  if (piece instanceof Already) return piece
  const done = await takeStep(inside, concern, {
    step: 'pack-made',
    body: handed.body,
    piece_id: piece.value,
  })
  return done.with(piece.value)
}
