import { sql } from 'kysely'
import { idFrom } from '../../kit/ids.ts'
import { type Kept, partOf } from '../../retention/index.ts'
import { conversationEndEvidence, conversationEvidence, keptWordsEvidence } from '../evidence.ts'
import { routes } from '../routes.ts'
import { tables } from '../tables.ts'
import { topicOf } from '../topic.ts'
import { openedParts } from './opened-parts.ts'

/** What a conversation is called, once none of its messages says anything. */
export const keptConversations: Kept = {
  kind: 'conversation',
  event: 'conversation.opened',
  standing: agencyId => sql`
    select c.id, c.ended_at as counts_from from conversation c
    where c.agency_id = ${agencyId} and c.ended_at is not null and c.subject <> '(erased)'
      and not exists (select from message m where m.agency_id = c.agency_id and m.conversation_id = c.id
        and m.body is not null)`,
  parts: async ({ db, actor }, text) => {
    const id = idFrom<'conversation'>(text)
    if (!id) return []
    const [one, end] = await Promise.all([
      tables(db)
        .selectFrom('conversation')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirst(),
      tables(db)
        .selectFrom('conversation_end')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('conversation_id', '=', id)
        .executeTakeFirst(),
    ])
    return [
      ...(one ? [partOf(conversationEvidence, one)] : []),
      ...(end ? [partOf(conversationEndEvidence, end, 'alone')] : []),
    ]
  },
  erased: (writer, id) => {
    const conversation = idFrom<'conversation'>(id)
    if (conversation) writer.announce(topicOf(conversation))
  },
}

/** What somebody wrote where it could not go, and what was done about it. */
export const keptWords: Kept = {
  kind: 'kept-words',
  event: 'words.kept',
  standing: agencyId => sql`
    select k.id, k.kept_at as counts_from from kept_words k where k.agency_id = ${agencyId} and k.body is not null`,
  parts: async (reader, text) => {
    const { db, actor } = reader
    const id = idFrom<'kept-words'>(text)
    const row =
      id &&
      (await tables(db)
        .selectFrom('kept_words')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirst())
    if (!row) return []
    // What was done about them stands in an entry alone.
    const events = [...keptWordsEvidence.events, 'kept-words.answered']
    return [partOf({ ...keptWordsEvidence, events }, row), ...(await openedParts(reader, row.id))]
  },
  page: id => routes.kept.to({ kept: id }),
}
