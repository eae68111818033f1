import { contentOf, newEntryId, record, type Writer } from '../records/index.ts'
import { participantEvidence } from './evidence.ts'
import { endPlace, type ParticipantTable } from './queries.ts'

/** Each place in a conversation is on the record when it is given, and again when it is left. */
export const recordPlace = (
  writer: Writer,
  event: 'participant.added' | 'participant.left',
  row: ParticipantTable,
) =>
  record(
    writer,
    {
      event,
      about: [
        { kind: 'person', id: row.person_id },
        { kind: 'conversation', id: row.conversation_id },
      ],
      cites: [],
      content: contentOf(participantEvidence, row),
    },
    { id: row.entry_id },
  )

/** Somebody is in a conversation no longer, with its entry. */
export async function leavePlace(writer: Writer, place: ParticipantTable): Promise<void> {
  const left = { ...place, left_at: writer.now, entry_id: newEntryId(writer) }
  await Promise.all([recordPlace(writer, 'participant.left', left), endPlace(writer.db, left)])
}
