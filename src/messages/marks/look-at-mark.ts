import { closeDuties } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import type { Permitted } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { lookEvidence } from './evidence.ts'
import { insertLook, type Mark } from './queries.ts'

/**
 * Says that somebody has looked at a marked message; of danger, with what they did. A look closes the duty of the one who
 * looked; of danger, everybody's, once somebody has said what they did.
 */
export async function lookAtMark(
  writer: Writer<PersonActor>,
  { mark }: Permitted<'look', { mark: Mark }>,
  did: string | null,
): Promise<Recorded<undefined>> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row = {
    agency_id: actor.agencyId,
    id: newId<'message-look'>(now.getTime()),
    mark_id: mark.id,
    person_id: actor.personId,
    did,
    at: now,
    entry_id: entryId,
  }
  const looked = await record(
    writer,
    {
      event: 'message.looked-at',
      about: [
        { kind: 'message-mark', id: mark.id },
        { kind: 'message', id: mark.message_id },
        { kind: 'conversation', id: mark.conversation_id },
      ],
      cites: [],
      content: contentOf(lookEvidence, row),
    },
    { id: entryId },
  )
  await insertLook(db, row)
  const aboutId = mark.id
  if (mark.kind === 'danger') await closeDuties(writer, { kind: 'danger', aboutId }, entryId)
  else await closeDuties(writer, { kind: 'look-at-message', person: actor.personId, aboutId }, entryId)
  return looked
}
