import { sql } from 'kysely'
import { ownDetails } from '../people/index.ts'
import { type PersonActor, type Reader, record, type Writer } from '../records/index.ts'
import { allowedBy, type Speaker } from '../screening/index.ts'
import type { Past, PastMessage } from '../tuning/index.ts'
import { supervised } from './access.ts'
import { maskWords } from './marks/mask.ts'
import type { ConversationId, MessageId } from './queries.ts'
import { type Part, parts } from './rules.ts'
import { keptOf, screened, speakerOf } from './screened.ts'

interface PastRow {
  readonly id: MessageId
  readonly conversation_id: ConversationId
  readonly author_id: string
  readonly subject: string
  readonly part: Part
  readonly body: string
  readonly sent_at: Date
}

/** The newest messages of the agency, or these of them; the newest first. What was erased is not among them. */
async function selectPast(
  { db, actor }: Reader,
  most: number,
  ids: readonly string[] | null = null,
): Promise<readonly PastRow[]> {
  const { rows } = await sql<PastRow>`
    select m.id, m.conversation_id, m.author_id, c.subject, m.body, m.sent_at,
      coalesce((select p.part from participant p where p.agency_id = m.agency_id
        and p.conversation_id = m.conversation_id and p.person_id = m.author_id limit 1), 'worker') as part
    from message m join conversation c on c.agency_id = m.agency_id and c.id = m.conversation_id
    where m.agency_id = ${actor.agencyId} and m.body is not null
      and (${ids ? [...ids] : null}::uuid[] is null or m.id = any(${ids ? [...ids] : null}::uuid[]))
    order by m.id desc limit ${most}`.execute(db)
  return rows
}

/** As many as are looked at together when a message is sent: what its writer said there last, and what it is about. */
const mostBefore = 10

/** Each with what its writer had said there just before, as far as that is among these. */
function withBefore(rows: readonly PastRow[]): readonly PastMessage[] {
  const said = new Map<string, string[]>()
  return rows
    .toReversed()
    .map(({ id, conversation_id, author_id, subject, part, body }): PastMessage => {
      const key = `${conversation_id} ${author_id}`
      const theirs = said.get(key) ?? []
      said.set(key, [...theirs, body].slice(-mostBefore))
      const speaker: Speaker = speakerOf(part)
      return { id, speaker, text: body, before: [subject, ...theirs] }
    })
    .toReversed()
}

/**
 * Only who supervises every conversation reads messages of any; that they did is an entry of each conversation. A family's
 * own details are masked here as they are there.
 */
async function readPast(writer: Writer<PersonActor>, ids: readonly string[]) {
  if ((await supervised(writer)) !== 'all') return undefined
  const rows = await selectPast(writer, ids.length, ids)
  for (const id of new Set(rows.map(row => row.conversation_id)))
    await record(writer, {
      event: 'conversation.read',
      about: [{ kind: 'conversation', id }],
      cites: ['BG-2', 'SN-POOR-4'],
      content: {
        conversation: id,
        messages: rows.filter(row => row.conversation_id === id).map(row => row.id),
        at: writer.now.toISOString(),
      },
    })
  return Promise.all(
    rows.map(async ({ id, part, body, sent_at }) => {
      const { masked } = await screened(writer, body, { speaker: speakerOf(part) })
      return { id, wrote: parts[part], at: sent_at, text: maskWords(body, keptOf(masked)) }
    }),
  )
}

/** What was sent, for trying a change of the screening on. */
export const pastMessages: Past = {
  last: async (reader, most) => withBefore(await selectPast(reader, most)),
  read: readPast,
  mayRead: async reader => (await supervised(reader)) === 'all',
  allowed: async reader => allowedBy(await ownDetails(reader)),
}
