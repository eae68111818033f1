import type { Id } from '../kit/ids.ts'
import { newId } from '../kit/ids.ts'
import { Already, type Permitted } from '../kit/proof.ts'
import { type Change, contentOf, newEntryId, type PersonId, record, type Writer } from '../records/index.ts'
import { sealFor } from '../sealing/index.ts'
import { pieceEvidence } from './evidence.ts'
import { insertPiece, nextNumber, selectPieceOfDraft } from './queries.ts'
import { sentOnce } from './sent-once.ts'
import type { ConcernTable, PieceKind, PieceTable } from './tables.ts'

const events = {
  addition: 'concern.added-to',
  reply: 'concern.answered',
  note: 'concern.noted',
  correction: 'concern.corrected',
  plan: 'concern.noted',
  decision: 'concern.noted',
  action: 'concern.noted',
  reason: 'concern.noted',
  body: 'concern.noted',
  closing: 'concern.noted',
  pack: 'concern.pack-written',
} as const satisfies Record<PieceKind, string>

/** What whoever reported it may read: what they add, and what they are answered. */
const forReporter: Readonly<Partial<Record<PieceKind, true>>> = { addition: true, reply: true }

/**
 * Writes something in a concern, sealed to it, and to whoever reported it where it is for them. `inside` is in the vault. Once
 * for one page, however often it is pressed; other words from the same page are another piece.
 */
export async function writePiece(
  inside: Writer,
  concern: Permitted<'follow' | 'see' | 'read', ConcernTable>,
  piece: {
    readonly kind: PieceKind
    readonly words: string
    readonly by: PersonId | null
    readonly key: Id<'draft'>
    /** Which earlier thing it corrects, by its number. */
    readonly corrects?: number
  },
): Promise<Change<PieceTable['id']>> {
  const { db, actor, now } = inside
  const draft = sentOnce(inside, piece.key, [concern.id, piece.kind, piece.corrects ?? 0, piece.words])
  const before = await selectPieceOfDraft(db, actor.agencyId, draft)
  if (before) return new Already(before.id)
  const shown = forReporter[piece.kind] ?? false
  const to = shown ? [concern.recipient, concern.reporter_recipient] : [concern.recipient]
  const row: PieceTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    concern_id: concern.id,
    number: await nextNumber(db, actor.agencyId, concern.id),
    kind: piece.kind,
    written_by: piece.by,
    written_at: now,
    for_reporter: shown,
    corrects: piece.corrects ?? null,
    sealed: await sealFor(to, new TextEncoder().encode(piece.words)),
    draft_key: draft,
    entry_id: newEntryId(inside),
  }
  await insertPiece(db, row)
  return record(
    inside,
    {
      event: events[piece.kind],
      // Its number is in the leaf too: in an export a piece that is missing shows, whatever else is withheld.
      about: [
        { kind: 'concern', id: concern.id },
        { kind: 'piece-number', id: String(row.number) },
      ],
      cites: ['REP-4'],
      content: contentOf(pieceEvidence, row),
    },
    { id: row.entry_id, value: row.id },
  )
}
