import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import { newId } from '../kit/ids.ts'
import type { ConversationId, MessageId } from '../messages/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import { mostParts } from './rules.ts'
import { type ArrivalId, type HelpAnswerTable, type HelpWhy, tables } from './tables.ts'

/** The answer to what came, held until this transaction ends; and no other is begun to its sender meanwhile. */
export async function holdHelp(
  db: Db,
  { agencyId, arrivalId }: { readonly agencyId: AgencyId; readonly arrivalId: ArrivalId },
): Promise<HelpAnswerTable | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('help ' || from_address, 0)) from arrival
    where agency_id = ${agencyId} and id = ${arrivalId}`.execute(db)
  return tables(db)
    .selectFrom('help_answer')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('arrival_id', '=', arrivalId)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertHelp(db: Db, row: HelpAnswerTable): Promise<void> {
  await tables(db).insertInto('help_answer').values(row).execute()
}

export async function updateHelp(db: Db, row: HelpAnswerTable): Promise<void> {
  const { state, attempts, changed_at, entry_id } = row
  await tables(db)
    .updateTable('help_answer')
    .set({ state, attempts, changed_at, entry_id })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.id)
    .execute()
}

/** Whether somebody, or whoever writes from there, was answered so since then, or is being answered. */
export async function selectHelpSince(
  db: Db,
  which: {
    readonly agencyId: AgencyId
    readonly personId: PersonId | null
    readonly from: string
    readonly whys: readonly HelpWhy[]
    readonly since: Date
  },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from help_answer h join arrival a on a.agency_id = h.agency_id and a.id = h.arrival_id
    where h.agency_id = ${which.agencyId} and h.made_at > ${which.since} and h.state <> 'not-sent'
      and h.why = any(${[...which.whys]}::text[])
      and (a.person_id = ${which.personId}::uuid or lower(a.from_address) = lower(${which.from}))
    limit 1`.execute(db)
  return rows.length > 0
}

export interface HelpedRow {
  readonly state: HelpAnswerTable['state'] | null
  readonly changed_at: Date | null
  /** That they had been answered so shortly before: when. */
  readonly before: Date | null
}

/** What came, or the message that it became: the first of several, or one of those after it. */
export type OfWhat =
  | { readonly arrivalId: ArrivalId }
  | {
      readonly message: {
        readonly id: MessageId
        readonly conversation_id: ConversationId
        readonly author_id: PersonId
        readonly sent_at: Date
      }
    }

/** How whoever wrote this was answered, where it came by email or text. `within`: in milliseconds, how long one answer does. */
export async function selectHelped(
  db: Db,
  agencyId: AgencyId,
  which: OfWhat,
  within: number,
): Promise<HelpedRow | undefined> {
  const { rows } = await sql<HelpedRow>`
    select h.state, h.changed_at, (select max(o.changed_at) from help_answer o
        join arrival b on b.agency_id = o.agency_id and b.id = o.arrival_id
        where o.agency_id = a.agency_id and o.state = 'sent' and o.id < a.id
          and o.made_at > a.received_at - ${within} * interval '1 millisecond'
          and (b.person_id = a.person_id or lower(b.from_address) = lower(a.from_address))) as before
    from arrival a left join help_answer h on h.agency_id = a.agency_id and h.arrival_id = a.id
    where a.agency_id = ${agencyId} and ${is(which)}
    order by a.message_id desc limit 1`.execute(db)
  return rows[0]
}

/** The pieces of one arrival are a thousandth of a second apart (receive.ts), and their ids in the order of time. */
function is(which: OfWhat) {
  if ('arrivalId' in which) return sql`a.id = ${which.arrivalId}`
  const { id, conversation_id, author_id, sent_at } = which.message
  return sql`a.conversation_id = ${conversation_id} and a.person_id = ${author_id}
    and a.message_id <= ${id} and a.message_id > ${newId(sent_at.getTime() - mostParts - 1)}`
}
