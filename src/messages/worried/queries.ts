import { type RawBuilder, sql } from 'kysely'
import { type Db, idOfDraft } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import { type WorryAnswerTable, type WorryId, type WorryTable, worryTables } from './tables.ts'

/** A worry with the names in it, and who wrote the message. */
export interface WorryRow extends WorryTable {
  readonly raised_by_name: string
  readonly author_id: PersonId
  readonly author_name: string
  readonly subject: string
  readonly answers: number
}
export interface WorryAnswerRow extends WorryAnswerTable {
  readonly answered_by_name: string
}

const columns = sql`w.*, r.name as raised_by_name, m.author_id, a.name as author_name, c.subject,
  (select count(*)::int from worry_answer n where n.agency_id = w.agency_id and n.worry_id = w.id) as answers`
const joined = sql`worry w
  join person r on r.agency_id = w.agency_id and r.id = w.raised_by
  join message m on m.agency_id = w.agency_id and m.id = w.message_id
  join person a on a.agency_id = m.agency_id and a.id = m.author_id
  join conversation c on c.agency_id = w.agency_id and c.id = w.conversation_id`

export async function selectWorry(db: Db, agencyId: AgencyId, id: WorryId): Promise<WorryRow | undefined> {
  const { rows } = await sql<WorryRow>`
    select ${columns} from ${joined} where w.agency_id = ${agencyId} and w.id = ${id}`.execute(db)
  return rows[0]
}

/** Those that somebody may read: told of them, or of all but those about their own messages. */
export interface ReadBy {
  readonly personId: PersonId
  readonly all: boolean
}
const readBy = ({ personId, all }: ReadBy): RawBuilder<unknown> =>
  sql`m.author_id <> ${personId} and (${all} or ${personId} = any(w.told))`

export async function countWorries(db: Db, agencyId: AgencyId, by: ReadBy): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${joined} where w.agency_id = ${agencyId} and ${readBy(by)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** A stretch of them: those that nobody has answered first, then the newest. */
export async function selectWorries(
  db: Db,
  agencyId: AgencyId,
  by: ReadBy,
  { skip, length }: { readonly skip: number; readonly length: number },
): Promise<WorryRow[]> {
  const { rows } = await sql<WorryRow>`
    select ${columns} from ${joined} where w.agency_id = ${agencyId} and ${readBy(by)}
    order by exists (select from worry_answer n where n.agency_id = w.agency_id and n.worry_id = w.id),
      w.raised_at desc, w.id desc limit ${length} offset ${skip}`.execute(db)
  return rows
}

/** Those that nobody has answered, raised before a time. */
export async function selectUnanswered(db: Db, agencyId: AgencyId, before: Date): Promise<WorryRow[]> {
  const { rows } = await sql<WorryRow>`
    select ${columns} from ${joined} where w.agency_id = ${agencyId} and w.raised_at < ${before}
      and not exists (select from worry_answer n where n.agency_id = w.agency_id and n.worry_id = w.id)
    order by w.raised_at`.execute(db)
  return rows
}

export async function selectWorryAnswers(db: Db, agencyId: AgencyId, id: WorryId): Promise<WorryAnswerRow[]> {
  const { rows } = await sql<WorryAnswerRow>`
    select n.*, p.name as answered_by_name from worry_answer n
    join person p on p.agency_id = n.agency_id and p.id = n.answered_by
    where n.agency_id = ${agencyId} and n.worry_id = ${id} order by n.answered_at, n.id`.execute(db)
  return rows
}

/** What the same page of the same person has raised already. */
export const selectRaised = (
  db: Db,
  agencyId: AgencyId,
  person: PersonId,
  key: Id<'draft'>,
): Promise<WorryId | undefined> =>
  idOfDraft(db, { table: 'worry', by: 'raised_by' }, { agencyId, person, key })

export async function insertWorry(db: Db, row: WorryTable): Promise<void> {
  await worryTables(db)
    .insertInto('worry')
    .values({ ...row, told: [...row.told] })
    .execute()
}

export async function insertWorryAnswer(db: Db, row: WorryAnswerTable): Promise<void> {
  await worryTables(db).insertInto('worry_answer').values(row).execute()
}
