import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonActor, PersonId } from '../records/index.ts'
import { maskedIn } from './marks/details-queries.ts'
import { maskWords } from './marks/mask.ts'
import { type ConversationId, type MessageId, tables } from './tables.ts'

export interface MessageRow {
  id: MessageId
  author_id: PersonId
  body: string | null
  sent_at: Date
  /** Made once for a draft by the page that it was written on. */
  draft_key: string
  /** Something in it is masked to the reader. */
  masked: boolean
}

/** Who reads: the family reads what was written; to the staff, a family's personal details are masked. */
export type Eyes = 'family' | 'staff'
export const eyesOf = ({ kind }: Pick<PersonActor, 'kind'>): Eyes => (kind === 'staff' ? 'staff' : 'family')

/** Which messages: the newest, or those before one or after one. */
export interface Stretch {
  readonly eyes: Eyes
  readonly before?: MessageId | undefined
  readonly after?: MessageId | undefined
  readonly limit: number
}

/** The newest `limit` messages before `before` (all, when it is not given), oldest first, as `eyes` may read them. */
export async function selectMessages(
  db: Db,
  agencyId: AgencyId,
  id: ConversationId,
  page: Stretch,
): Promise<MessageRow[]> {
  let query = tables(db)
    .selectFrom('message as m')
    .select(['m.id', 'm.author_id', 'm.body', 'm.sent_at', 'm.draft_key'])
    .select((page.eyes === 'staff' ? maskedIn : sql<null>`null::jsonb`).as('found'))
    .where('m.agency_id', '=', agencyId)
    .where('m.conversation_id', '=', id)
  if (page.before) query = query.where('m.id', '<', page.before)
  const rows = page.after
    ? await query.where('m.id', '>', page.after).orderBy('m.id').limit(page.limit).execute()
    : (await query.orderBy('m.id', 'desc').limit(page.limit).execute()).reverse()
  return rows.map(({ found, body, ...message }) => ({
    ...message,
    body: body && maskWords(body, found ?? []),
    masked: found !== null,
  }))
}
