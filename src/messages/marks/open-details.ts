import { newId } from '../../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import type { MessageTable } from '../queries.ts'
import { topicOf } from '../topic.ts'
import { saysWhy } from '../waiting/rules.ts'
import { insertOpening } from './details-queries.ts'
import { openingEvidence } from './evidence.ts'

/** Opens what is masked in a family's message, for oneself or for all the staff who may read it. That it was opened, by whom and why, is an entry. */
export async function openDetails(
  writer: Writer<PersonActor>,
  { message }: Permitted<'open', { message: MessageTable }>,
  about: { readonly reason: string; readonly forAll: boolean },
): Promise<Change<undefined, Refused<'say-why'>>> {
  if (!saysWhy(about.reason)) return refuse('say-why')
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row = {
    agency_id: actor.agencyId,
    id: newId<'detail-opening'>(now.getTime()),
    message_id: message.id,
    person_id: actor.personId,
    for_all: about.forAll,
    reason: about.reason,
    at: now,
    entry_id: entryId,
  }
  const opened = await record(
    writer,
    {
      event: 'detail.opened',
      about: [
        { kind: 'message', id: message.id },
        { kind: 'conversation', id: message.conversation_id },
      ],
      cites: ['PH-POOR-2'],
      content: contentOf(openingEvidence, row),
    },
    { id: entryId },
  )
  await insertOpening(db, row)
  writer.announce(topicOf(message.conversation_id))
  return opened
}
