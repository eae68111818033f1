import { closeDuties, openDuties } from '../duties/index.ts'
import { secondAdultFor } from '../people/index.ts'
import { newEntryId, type PersonId, type Recorded, type Writer } from '../records/index.ts'
import { recordPlace } from './places.ts'
import {
  type ConversationId,
  type ConversationRow,
  holdConversation,
  insertPlace,
  type ParticipantTable,
  selectConversation,
} from './queries.ts'
import { hasSecondAdult } from './ruled.ts'
import type { Part } from './rules.ts'

/** Gives somebody a place in a conversation from now on, with its entry. */
export async function takePlace(
  writer: Writer,
  id: ConversationId,
  personId: PersonId,
  part: Part,
): Promise<Recorded<undefined>> {
  const place: ParticipantTable = {
    agency_id: writer.actor.agencyId,
    conversation_id: id,
    person_id: personId,
    part,
    added_at: writer.now,
    left_at: null,
    seen_at: null,
    notified_at: null,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    recordPlace(writer, 'participant.added', place),
    insertPlace(writer.db, place),
  ])
  return done
}

/** Puts somebody in as second adult and tells them by a duty. Who was asked to find one owes it no longer. */
export async function putIn(
  writer: Writer,
  id: ConversationId,
  second: PersonId,
): Promise<Recorded<undefined>> {
  const done = await takePlace(writer, id, second, 'second-adult')
  const entry = done.entryId
  await openDuties(writer, 'second-adult', [second], { kind: 'conversation', id }, entry)
  await closeDuties(writer, { kind: 'find-second-adult', aboutId: id }, entry)
  return done
}

/**
 * The conversation with enough adults in it for a child to be written to and heard: where one is away or has left, the software
 * puts in another and tells them, before a word is stored. As it was when there is nobody who could be put in.
 */
export async function withSecondAdult(writer: Writer, before: ConversationRow): Promise<ConversationRow> {
  if (hasSecondAdult(before.participants)) return before
  // Two who write at once do not both put somebody in: the second finds what the first did.
  await holdConversation(writer.db, writer.actor.agencyId, before.id)
  let conversation = (await selectConversation(writer, before.id)) ?? before
  while (!hasSecondAdult(conversation.participants)) {
    const here = conversation.participants.filter(one => one.left_at === null)
    const worker = here.find(one => one.part === 'worker')?.person_id ?? null
    const next = await secondAdultFor(
      writer,
      worker,
      here.map(one => one.person_id),
    )
    if (!next) return before
    await putIn(writer, conversation.id, next)
    conversation = (await selectConversation(writer, conversation.id)) ?? conversation
  }
  return conversation
}
