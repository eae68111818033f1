import { sql } from 'kysely'
import { ask, type Db, piece } from '../kit/db/index.ts'
import { adultAtRiskIn } from '../people/index.ts'
import type { AgencyId } from '../records/index.ts'
import { maskedIn } from './marks/details-queries.ts'
import { maskWords } from './marks/mask.ts'
import type { ConversationRow, ParticipantRow } from './queries.ts'
import type { Kept } from './screened.ts'
import type { ConversationId, MessageId } from './tables.ts'
import type { Eyes, MessageRow } from './thread-queries.ts'

/** As much of a conversation as one needs to follow it: who may, and who says what. */
export interface FollowedRow extends Pick<ConversationRow, 'id' | 'subject'> {
  readonly participants: readonly Pick<ParticipantRow, 'person_id' | 'part' | 'name' | 'left_at' | 'adult'>[]
}

interface Which {
  readonly agencyId: AgencyId
  readonly id: ConversationId
}

const followed = piece<Which, FollowedRow>(
  of => sql`
    select json_build_object('id', c.id, 'subject', c.subject, 'participants', (select json_agg(json_build_object(
        'person_id', p.person_id, 'part', p.part, 'name', w.name, 'left_at', p.left_at,
        'adult', case when w.kind = 'child' then ${adultAtRiskIn(sql`p.agency_id`, sql`p.person_id`)} end)
        order by p.added_at, w.name)
      from participant p join person w on w.agency_id = p.agency_id and w.id = p.person_id
      where p.agency_id = c.agency_id and p.conversation_id = c.id))
    from conversation c where c.agency_id = ${of.agencyId} and c.id = ${of.id}`,
)

/** A conversation to follow. It leaves with whatever else is asked at the same time. */
export const selectFollowed = (db: Db, which: Which): Promise<FollowedRow | undefined> =>
  ask(db, followed, which)

interface Since extends Which {
  readonly after: MessageId
  readonly but: readonly MessageId[]
}

interface SaidSince extends Omit<MessageRow, 'sent_at' | 'masked'> {
  readonly sent_at: string
  readonly found: readonly Kept[] | null
}

/** How many messages a stream is given at a time. */
export const mostAtOnce = 100

const since = (eyes: Eyes) =>
  piece<Since, readonly SaidSince[]>(
    of => sql`
      select json_agg(json_build_object('id', m.id, 'author_id', m.author_id, 'body', m.body, 'sent_at', m.sent_at,
        'draft_key', m.draft_key, 'found', m.found) order by m.id)
      from (select m.id, m.author_id, m.body, m.sent_at, m.draft_key, ${eyes === 'staff' ? maskedIn : sql`null::jsonb`} as found
        from message m where m.agency_id = ${of.agencyId} and m.conversation_id = ${of.id} and m.id > ${of.after}
          and m.id <> all(${of.but}) order by m.id limit ${sql.lit(mostAtOnce)}) m`,
  )
const sinceFor = { staff: since('staff'), family: since('family') }

/** What was said after a message, but for some, oldest first, as `eyes` may read it: at most `mostAtOnce`. */
export async function selectSaidSince(db: Db, which: Since & { readonly eyes: Eyes }): Promise<MessageRow[]> {
  const { eyes, ...asked } = which
  const rows = (await ask(db, sinceFor[eyes], { ...asked, but: [...asked.but] })) ?? []
  return rows.map(({ found, body, sent_at, ...message }) => ({
    ...message,
    sent_at: new Date(sent_at),
    body: body && maskWords(body, found ?? []),
    masked: found !== null,
  }))
}
