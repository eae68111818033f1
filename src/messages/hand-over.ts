import { openDuties } from '../duties/index.ts'
import { type Refused, refuse } from '../kit/proof.ts'
import { followWork, type Handing, type Holding, mayWork, secondAdultFor } from '../people/index.ts'
import type { PersonId, Writer } from '../records/index.ts'
import { leavePlace } from './places.ts'
import {
  type ConversationRow,
  holdConversations,
  type ParticipantTable,
  selectConversation,
  selectPlacesOf,
} from './queries.ts'
import { isStaff } from './rules.ts'
import { putIn, takePlace } from './second-adult.ts'
import { endWaitingOf } from './waiting/end-waiting.ts'

/** A leaver's places in conversations: each becomes the other's, and no child is left with one adult in between. */
export const conversationsHolding: Holding = {
  kind: 'conversations',
  words: ['conversation they are in', 'conversations they are in'],
  roles: mayWork,
  heldBy: async ({ db, actor }, personId) =>
    (await selectPlacesOf(db, actor.agencyId, personId)).map(({ conversation_id, subject }) => ({
      id: conversation_id,
      name: subject,
    })),
  async handOver(writer, handing) {
    const { db, actor } = writer
    // Nobody writes in them meanwhile: a message waits, and is then counted with the people who are there by then.
    await holdConversations(db, actor.agencyId, handing.from)
    for (const place of await selectPlacesOf(db, actor.agencyId, handing.from)) {
      const no = await handOverPlace(writer, place, handing)
      if (no) return no
    }
    await endWaitingOf(writer, handing.from)
    return undefined
  },
}

async function handOverPlace(
  writer: Writer,
  { subject, ...place }: ParticipantTable & { readonly subject: string },
  { from, to, entry }: Handing,
): Promise<undefined | Refused<'no-second-adult', { conversation: string }>> {
  const { db, actor } = writer
  const conversation = await selectConversation(writer, place.conversation_id)
  if (!conversation) throw new Error('a place in a conversation that is not there')
  await leavePlace(writer, place)
  const theirs = (await selectPlacesOf(db, actor.agencyId, to)).find(
    one => one.conversation_id === place.conversation_id,
  )
  if (!theirs) await takePlace(writer, conversation.id, to, place.part)
  else if (theirs.part === 'second-adult' && place.part === 'worker') {
    // Who stood beside the worker is the worker now: somebody else stands beside them, below.
    const { subject: _, ...before } = theirs
    await leavePlace(writer, before)
    await takePlace(writer, conversation.id, to, 'worker')
  }
  if (place.part === 'worker') {
    const here = conversation.participants.filter(one => !isStaff(one.part) && one.left_at === null)
    await followWork(writer, { from, to, family: here.map(one => one.person_id) })
  }
  if (!theirs && place.part === 'second-adult') await tell(writer, conversation, to, entry)
  return keepSecondAdult(writer, conversation)
}

/** Where a child is in it, a second member of staff is put in if there is none now: the same as when it was opened. */
async function keepSecondAdult(
  writer: Writer,
  before: ConversationRow,
): Promise<undefined | Refused<'no-second-adult', { conversation: string }>> {
  const now = await selectConversation(writer, before.id)
  const here = (now?.participants ?? []).filter(one => one.left_at === null)
  const staff = here.filter(one => isStaff(one.part))
  if (!here.some(one => one.part === 'child') || staff.filter(one => !one.away_until).length > 1)
    return undefined
  const [worker] = staff
  const not = staff.map(one => one.person_id)
  const second = worker && (await secondAdultFor(writer, worker.person_id, not))
  // Who is away now is back one day: the conversation pauses until then, and a manager is asked.
  if (!second)
    return staff.length > 1 ? undefined : refuse('no-second-adult', { conversation: before.subject })
  await putIn(writer, before.id, second)
  return undefined
}

const tell = (writer: Writer, { id }: ConversationRow, person: PersonId, entry: Handing['entry']) =>
  openDuties(writer, 'second-adult', [person], { kind: 'conversation', id }, entry)
