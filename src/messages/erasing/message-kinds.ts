import { sql } from 'kysely'
import { idFrom } from '../../kit/ids.ts'
import { fromAdulthood, type Kept, partOf } from '../../retention/index.ts'
import { selectMessage } from '../queries.ts'
import { routes } from '../routes.ts'
import { topicOf } from '../topic.ts'
import { waitingTables } from '../waiting/queries.ts'
import { worryAnswerEvidence, worryRowEvidence } from '../worried/evidence.ts'
import { worryTables } from '../worried/tables.ts'
import { messageParts } from './message-parts.ts'
import { waitingParts } from './waiting-parts.ts'

/** The words of messages, from when contact has ended. By hand they have a page of their own: erase-message.screen.tsx. */
export const keptMessages: Kept = {
  kind: 'message',
  event: 'message.sent',
  standing: agencyId => sql`
    select m.id, c.ended_at as counts_from from conversation c
    join message m on m.agency_id = c.agency_id and m.conversation_id = c.id
    where c.agency_id = ${agencyId} and c.ended_at is not null and m.body is not null`,
  parts: (reader, text) => {
    const id = idFrom<'message'>(text)
    return id ? messageParts(reader, id) : Promise.resolve([])
  },
  erased: async (writer, text) => {
    const id = idFrom<'message'>(text)
    const message = id && (await selectMessage(writer.db, writer.actor.agencyId, id))
    if (message) writer.announce(topicOf(message.conversation_id))
  },
}

/** What a worker wrote and was never sent. What was sent goes with its message. */
export const keptWaiting: Kept = {
  kind: 'waiting-message',
  event: 'message.waits',
  standing: agencyId => sql`
    select w.id, s.at as counts_from from waiting_message w
    join waiting_step s on s.agency_id = w.agency_id and s.waiting_id = w.id
      and s.step in ('sent-back', 'withdrawn', 'not-sent')
    where w.agency_id = ${agencyId} and w.body is not null`,
  parts: async (reader, text) => {
    const id = idFrom<'waiting-message'>(text)
    const row =
      id &&
      (await waitingTables(reader.db)
        .selectFrom('waiting_message')
        .selectAll()
        .where('agency_id', '=', reader.actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirst())
    return row ? waitingParts(reader, row) : []
  },
  page: id => routes.waiting.to({ waiting: id }),
  // What waits still is sent back, or withdrawn; what was sent is erased with its message.
  byHand: async ({ db, actor }, text) => {
    const { rows } = await sql`select 1 from waiting_step s where s.agency_id = ${actor.agencyId}
      and s.waiting_id = ${text} and s.step in ('sent-back', 'withdrawn', 'not-sent')`.execute(db)
    return rows.length > 0
  },
}

/** What worried somebody about a message, and what was done about it. */
export const keptWorries: Kept = {
  kind: 'worry',
  event: 'worry.raised',
  standing: agencyId => sql`
    select w.id, ${fromAdulthood(
      agencyId,
      sql`w.raised_at`,
      sql`select i.person_id from participant i
        where i.agency_id = w.agency_id and i.conversation_id = w.conversation_id`,
    )} as counts_from
    from worry w where w.agency_id = ${agencyId} and (w.words is not null or exists (
      select from worry_answer n where n.agency_id = w.agency_id and n.worry_id = w.id and n.words <> '(erased)'))`,
  parts: async ({ db, actor }, text) => {
    const id = idFrom<'worry'>(text)
    const row =
      id &&
      (await worryTables(db)
        .selectFrom('worry')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirst())
    if (!row) return []
    const answers = await worryTables(db)
      .selectFrom('worry_answer')
      .selectAll()
      .where('agency_id', '=', actor.agencyId)
      .where('worry_id', '=', row.id)
      .execute()
    return [
      partOf(worryRowEvidence, row),
      ...answers.map(answer => partOf(worryAnswerEvidence, answer, 'alone')),
    ]
  },
  page: id => routes.worry.to({ worry: id }),
}
