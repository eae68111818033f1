import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../records/index.ts'
import { holdConversation } from './queries.ts'
import type { ConversationId } from './tables.ts'

/** The number of the last message of a conversation that has one, or 0. */
export const lastNumber = (of: {
  readonly agencyId: string | RawBuilder<unknown>
  readonly id: string | RawBuilder<unknown>
}): RawBuilder<number> => sql`coalesce((select max(n.number) from message n
  where n.agency_id = ${of.agencyId} and n.conversation_id = ${of.id} and n.number is not null), 0)`

/**
 * The number of the next message of a conversation: one after the last that was seen. Where somebody else has just written
 * there the database says so, and the second try counts while nobody else can write.
 */
export async function nextNumber(
  { db, actor, again }: Writer,
  { id, last }: { readonly id: ConversationId; readonly last: number },
): Promise<number> {
  if (!again) return last + 1
  await holdConversation(db, actor.agencyId, id)
  const { rows } = await sql<{
    last: number
  }>`select ${lastNumber({ agencyId: actor.agencyId, id })} as last`.execute(db)
  return (rows[0]?.last ?? 0) + 1
}
