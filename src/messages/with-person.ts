import { sql } from 'kysely'
import type { PersonId, Reader } from '../records/index.ts'
import type { ConversationId } from './queries.ts'

/** The newest conversation that both of them are in now. */
export async function conversationBetween(
  { db, actor }: Reader,
  one: PersonId,
  other: PersonId,
): Promise<{ readonly id: ConversationId; readonly subject: string } | undefined> {
  const { rows } = await sql<{ id: ConversationId; subject: string }>`
    select c.id, c.subject from participant a
    join participant b on b.agency_id = a.agency_id and b.conversation_id = a.conversation_id
      and b.person_id = ${other} and b.left_at is null
    join conversation c on c.agency_id = a.agency_id and c.id = a.conversation_id
    where a.agency_id = ${actor.agencyId} and a.person_id = ${one} and a.left_at is null
    order by c.id desc limit 1`.execute(db)
  return rows[0]
}
