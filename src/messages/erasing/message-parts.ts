import type { Reader } from '../../records/index.ts'
import { type Part, partOf } from '../../retention/index.ts'
import { messageEvidence } from '../evidence.ts'
import { lookEvidence, markEvidence, openingEvidence } from '../marks/evidence.ts'
import { markTables, selectMarksOf } from '../marks/queries.ts'
import { selectMessage } from '../queries.ts'
import type { MessageId, MessageTable } from '../tables.ts'
import { selectWaitingOf } from '../waiting/queries.ts'
import { waitingParts } from './waiting-parts.ts'

/** Everything that says what a message says: itself, where it waited, what was found in it, and who said what of that. */
export async function messageParts(reader: Reader, id: MessageId): Promise<readonly Part[]> {
  const message = await selectMessage(reader.db, reader.actor.agencyId, id)
  if (!message) return []
  const waited = await selectWaitingOf(reader.db, message)
  return [
    partOf(messageEvidence, message),
    ...(waited ? await waitingParts(reader, waited) : []),
    ...(await markParts(reader, message)),
  ]
}

async function markParts({ db, actor }: Reader, message: MessageTable): Promise<readonly Part[]> {
  const marks = await selectMarksOf(db, message)
  const [looks, openings] = await Promise.all([
    marks.length === 0
      ? []
      : markTables(db)
          .selectFrom('message_look')
          .selectAll()
          .where('agency_id', '=', actor.agencyId)
          .where(
            'mark_id',
            'in',
            marks.map(mark => mark.id),
          )
          .execute(),
    markTables(db)
      .selectFrom('detail_opening')
      .selectAll()
      .where('agency_id', '=', actor.agencyId)
      .where('message_id', '=', message.id)
      .execute(),
  ])
  return [
    ...marks.map(mark => partOf(markEvidence, mark)),
    ...looks.map(look => partOf(lookEvidence, look, 'alone')),
    ...openings.map(opening => partOf(openingEvidence, opening, 'alone')),
  ]
}
