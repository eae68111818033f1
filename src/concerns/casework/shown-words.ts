import type { PieceKind } from '../tables.ts'

/** What each piece is called where it stands. */
export const pieceWords: Readonly<Record<PieceKind, string>> = {
  addition: 'Added by whoever told',
  reply: 'Answer to whoever told',
  note: 'Note',
  correction: 'Correction',
  plan: 'Plan',
  decision: 'Decision',
  action: 'To be done',
  reason: 'Why it was opened',
  body: 'Body map',
  closing: 'Closing',
  pack: 'What a body outside is handed',
}
