import type { Id } from '../../kit/ids.ts'
import { Already, type Permitted } from '../../kit/proof.ts'
import type { Change, PersonActor, Recorded, Writer } from '../../records/index.ts'
import type { ConcernTable, PieceKind, PieceTable, StepTable } from '../tables.ts'
import { type Taken, takeStep } from '../take-step.ts'
import { writePiece } from '../write-piece.ts'

export type Reads = Permitted<'see' | 'read', ConcernTable>

/** Words, and the key of the form they were typed in: kept once, however often it is sent. */
export interface Keyed {
  readonly words: string
  readonly key: Id<'draft'>
}

/** Takes a step that says why: its words are a piece of the concern. `inside` is in the vault. */
export async function writeAndStep(
  inside: Writer<PersonActor>,
  concern: Reads,
  { kind, words, key }: Keyed & { readonly kind: PieceKind },
  step: Taken,
): Promise<Already<undefined> | Recorded<StepTable['id']>> {
  const piece = await write(inside, concern, { kind, words, key })
  return piece instanceof Already
    ? new Already(undefined)
    : takeStep(inside, concern, { ...step, piece_id: piece.value })
}

export const write = (
  inside: Writer<PersonActor>,
  concern: Reads,
  piece: Keyed & { readonly kind: PieceKind; readonly corrects?: number },
): Promise<Change<PieceTable['id']>> => writePiece(inside, concern, { ...piece, by: inside.actor.personId })
