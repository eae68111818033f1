import { sql } from 'kysely'
import { closeDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { notifyFamily, type WorkLinkTable, workHasEnded } from '../people/index.ts'
import { contentOf, newEntryId, type PersonId, record, type Writer } from '../records/index.ts'
import { conversationEndEvidence } from './evidence.ts'
import { markNotified } from './queries.ts'
import { type ConversationEndTable, type ConversationId, tables } from './tables.ts'
import { topicOf } from './topic.ts'

/**
 * Told when somebody's work with a child has ended. Where it was their last with the family of a conversation, and no other worker
 * is in it, the conversation ends: everybody in it can read that it has and whom to turn to, and the family is sent a link.
 */
export async function workEnded(
  writer: Writer,
  link: Pick<WorkLinkTable, 'staff_id' | 'child_id' | 'purpose'>,
): Promise<void> {
  for (const { id, family, here } of await selectToEnd(writer, link.staff_id))
    if (await workHasEnded(writer, link.staff_id, family))
      await endIt(writer, { worker_id: link.staff_id, purpose: link.purpose, why: 'work' }, id, here)
}

/** Ends a conversation: everybody in it can read it still, the family is sent a link, and nobody writes there. */
export async function endIt(
  writer: Writer,
  because: Pick<ConversationEndTable, 'worker_id' | 'purpose' | 'why'>,
  id: ConversationId,
  family: readonly PersonId[],
): Promise<void> {
  const { db, actor, now } = writer
  const row: ConversationEndTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    conversation_id: id,
    ended_at: now,
    ...because,
    entry_id: newEntryId(writer),
  }
  await Promise.all([
    record(
      writer,
      {
        event: 'conversation.ended',
        about: [
          { kind: 'conversation', id },
          { kind: 'person', id: because.worker_id },
        ],
        cites: ['SN-POOR-2'],
        content: contentOf(conversationEndEvidence, row),
      },
      { id: row.entry_id },
    ),
    tables(db).insertInto('conversation_end').values(row).execute(),
  ])
  await closeDuties(writer, { kind: 'find-second-adult', aboutId: id }, row.entry_id)
  writer.announce(topicOf(id))
  if (family.length === 0) return
  await markNotified(db, { agencyId: actor.agencyId, id, people: family, at: now })
  for (const person of family) await notifyFamily(writer, person)
}

/** The conversations that somebody is the only worker in, with the family that is or was there, and who of it is there now. */
async function selectToEnd(
  { db, actor }: Writer,
  staffId: PersonId,
): Promise<{ id: ConversationId; family: PersonId[]; here: PersonId[] }[]> {
  const family = sql`select f.person_id from participant f where f.agency_id = c.agency_id
      and f.conversation_id = c.id and f.part not in ('worker', 'second-adult')`
  const { rows } = await sql<{ id: ConversationId; family: PersonId[]; here: PersonId[] }>`
    select c.id, array(${family}) as family, array(${family} and f.left_at is null) as here
    from participant me join conversation c on c.agency_id = me.agency_id and c.id = me.conversation_id
    where me.agency_id = ${actor.agencyId} and me.person_id = ${staffId} and me.part = 'worker'
      and me.left_at is null and c.ended_at is null
      and not exists (select from participant o where o.agency_id = c.agency_id and o.conversation_id = c.id
        and o.part = 'worker' and o.left_at is null and o.person_id <> me.person_id)
    order by c.id`.execute(db)
  return rows
}
