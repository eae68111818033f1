import { sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import { workHasEndedIn } from '../people/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import { type ConversationId, type ConversationRow, conversationColumns } from './queries.ts'
import type { Part } from './rules.ts'

/** A conversation, and all else that there is to know before somebody who is in it writes there. */
export interface ConversationToWrite extends ConversationRow {
  /** What they are in it. */
  as: Part
  /** They are the worker, and their work with everybody of the family in it has ended: they may read it still. */
  ended: boolean
  /** What they said here last, at most ten messages, oldest first; null for a child or a parent, whom nothing stops. */
  said: (string | null)[] | null
}

/** A conversation that somebody is in now, in one round trip. Undefined when they are not. */
export async function selectConversationToWrite(
  db: Db,
  which: {
    readonly agencyId: AgencyId
    readonly id: ConversationId
    readonly personId: PersonId
    readonly day: CalendarDay
  },
): Promise<ConversationToWrite | undefined> {
  const { agencyId, id, personId, day } = which
  const family = sql`array(select f.person_id from participant f where f.agency_id = c.agency_id
        and f.conversation_id = c.id and f.part not in ('worker', 'second-adult'))`
  const { rows } = await sql<ConversationToWrite>`
    select ${conversationColumns(day)}, me.part as as,
      me.part = 'worker' and ${workHasEndedIn({ agencyId, staffId: personId, family })} as ended,
      case when me.part in ('worker', 'second-adult') then
        (select coalesce(json_agg(last.body order by last.id), '[]') from (
          select m.id, m.body from message m where m.agency_id = c.agency_id and m.conversation_id = c.id
            and m.author_id = me.person_id order by m.id desc limit 10) last) end as said
    from conversation c join participant me on me.agency_id = c.agency_id and me.conversation_id = c.id
      and me.person_id = ${personId} and me.left_at is null
    where c.agency_id = ${agencyId} and c.id = ${id}`.execute(db)
  return rows[0]
}

/** Of these conversations, those in which one of these people is as staff now. */
export async function selectWithStaff(
  db: Db,
  agencyId: AgencyId,
  { ids, people }: { readonly ids: readonly ConversationId[]; readonly people: readonly PersonId[] },
): Promise<ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`
    select distinct conversation_id as id from participant where agency_id = ${agencyId} and left_at is null
      and conversation_id = any(${[...ids]}::uuid[]) and person_id = any(${[...people]}::uuid[])
      and part in ('worker', 'second-adult')`.execute(db)
  return rows.map(({ id }) => id)
}
