import { sql } from 'kysely'
import { everWorkedWith } from '../people/index.ts'
import type { PersonId, Writer } from '../records/index.ts'
import { endIt } from './end-conversation.ts'
import { presenceChanged } from './pauses.ts'
import { leavePlace } from './places.ts'
import {
  type ConversationRow,
  holdConversation,
  type ParticipantTable,
  selectConversation,
} from './queries.ts'
import { isStaff } from './rules.ts'
import { withSecondAdult } from './second-adult.ts'
import { topicOf } from './topic.ts'

/** Who is no longer to hear of whom. */
interface EndedTie {
  readonly child: PersonId
  readonly parent: PersonId
  /** They are nobody's parent or carer here any more. */
  readonly last: boolean
}

/**
 * Told when somebody is no longer a child's parent or carer. They leave every conversation that is with the child or may be about
 * them, ended ones too, and read nothing of it from then on. Nobody is told. Where nobody of the family is left in one, it ends; where a child
 * is, somebody is put in beside the worker, or it pauses.
 */
export async function tieEnded(writer: Writer, tie: EndedTie): Promise<void> {
  for (const place of await selectToLeave(writer, tie)) {
    const id = place.conversation_id
    await holdConversation(writer.db, writer.actor.agencyId, id)
    await leavePlace(writer, place)
    const now = await selectConversation(writer, id)
    if (now && !now.ended_at) await goesOn(writer, now)
    // Whatever is open to them of it closes, and others see who is in it.
    writer.announce(topicOf(id))
  }
}

async function goesOn(writer: Writer, conversation: ConversationRow): Promise<void> {
  const here = conversation.participants.filter(one => one.left_at === null)
  const [staff] = [...here.filter(one => one.part === 'worker'), ...here.filter(one => isStaff(one.part))]
  if (!staff) return
  if (here.some(one => !isStaff(one.part))) {
    await withSecondAdult(writer, conversation)
    return presenceChanged(writer, staff.person_id)
  }
  await endIt(writer, { worker_id: staff.person_id, purpose: nobodyLeft, why: 'family' }, conversation.id, [])
}

const nobodyLeft = 'Nobody of the family is in it any more'

/**
 * The places that they have where the child is or was; or where no child is, and somebody of the staff there works or worked with the child:
 * nothing says which child such a conversation is about. All that they have, where no other child is theirs.
 */
async function selectToLeave(
  { db, actor }: Writer,
  { child, parent, last }: EndedTie,
): Promise<ParticipantTable[]> {
  const worked = everWorkedWith({ agencyId: sql`o.agency_id`, staffId: sql`o.person_id`, childId: child })
  const { rows } = await sql<ParticipantTable>`
    select p.* from participant p where p.agency_id = ${actor.agencyId} and p.person_id = ${parent} and p.left_at is null
      and (${last} or exists (select from participant o where o.agency_id = p.agency_id
          and o.conversation_id = p.conversation_id and o.person_id = ${child})
        or exists (select from participant o where o.agency_id = p.agency_id
            and o.conversation_id = p.conversation_id and o.part in ('worker', 'second-adult') and ${worked})
          and not exists (select from participant o where o.agency_id = p.agency_id
            and o.conversation_id = p.conversation_id and o.part = 'child'))
    order by p.conversation_id`.execute(db)
  return rows
}
