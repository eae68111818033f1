import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import { maskedIn } from '../marks/details-queries.ts'
import type { Part } from '../rules.ts'
import type { Kept } from '../screened.ts'
import type { ConversationId, MessageId } from '../tables.ts'

/** A message that was found, as it is stored; what is masked in it to the staff stands beside it. */
export interface FoundRow {
  readonly id: MessageId
  readonly conversation_id: ConversationId
  readonly subject: string
  readonly author: string
  readonly part: Part | null
  readonly body: string
  readonly sent_at: Date
  readonly found: readonly Kept[] | null
  /** The reader is in the conversation. */
  readonly own: boolean
}

export interface Question {
  readonly agencyId: AgencyId
  readonly reader: PersonId
  readonly words: string
  /** Only what was said before this message. */
  readonly before: MessageId | undefined
  readonly most: number
}

const shown = (reader: PersonId) => sql`
  select m.id, m.conversation_id, c.subject, w.name as author, m.body, m.sent_at, ${maskedIn} as found,
    (select p.part from participant p where p.agency_id = m.agency_id and p.conversation_id = m.conversation_id
      and p.person_id = m.author_id limit 1) as part,
    exists (select from participant p where p.agency_id = m.agency_id and p.conversation_id = m.conversation_id
      and p.person_id = ${reader} and p.left_at is null) as own`
const besides = sql`
  join conversation c on c.agency_id = m.agency_id and c.id = m.conversation_id
  join person w on w.agency_id = m.agency_id and w.id = m.author_id`

/** Of all that was said in the agency, the newest that has these words. */
export async function findInAll(db: Db, question: Question): Promise<FoundRow[]> {
  const { agencyId, reader, words, before = null, most } = question
  const { rows } = await sql<FoundRow>`${shown(reader)}
    from messages_that_say(${words}, ${before}::uuid, ${most}) as s (id)
    join message m on m.agency_id = ${agencyId} and m.id = s.id ${besides} order by m.id desc`.execute(db)
  return rows
}

/**
 * Of what was said in the conversations that these people are in as staff, or the reader in any part, the newest that has
 * these words. Each message of them is looked at: for some people's, not for all. The beginning of a word is looked for first,
 * as that is quick.
 */
export async function findInSome(
  db: Db,
  question: Question,
  people: readonly PersonId[],
): Promise<FoundRow[]> {
  const { agencyId, reader, words, before = null, most } = question
  const { rows } = await sql<FoundRow>`
    with asked as materialized (
      select plainto_tsquery('english', ${words}) as wanted, array(
        select '%' || regexp_replace(left(word, greatest(length(word) - 2, 2)), '([\\\\%_])', '\\\\\\1', 'g') || '%'
        from unnest(tsvector_to_array(to_tsvector('english', ${words}))) as word) as beginnings),
    theirs as materialized (
      select distinct conversation_id from participant where agency_id = ${agencyId} and left_at is null
        and (person_id = ${reader} or person_id = any(${[...people]}::uuid[]) and part in ('worker', 'second-adult'))),
    said as materialized (
      select m.id from theirs t join message m on m.agency_id = ${agencyId} and m.conversation_id = t.conversation_id, asked
      where m.body ilike all(asked.beginnings) and to_tsvector('english', m.body) @@ asked.wanted
        and (${before}::uuid is null or m.id < ${before}::uuid) and asked.beginnings <> '{}'
      order by m.id desc limit ${most})
    ${shown(reader)}
    from said s join message m on m.agency_id = ${agencyId} and m.id = s.id ${besides} order by m.id desc`.execute(
    db,
  )
  return rows
}

/** How many messages with these words are gone through for one page, where the reader may read those of many people. */
const mostThrough = 500

/**
 * The same for many people's conversations: of the newest that have these words, those that the reader may read. Where it was
 * not gone through all of them, `through` is the last that was.
 */
export async function findInMany(
  db: Db,
  question: Question,
  people: readonly PersonId[],
): Promise<{ readonly rows: FoundRow[]; readonly through: MessageId | undefined }> {
  const { agencyId, reader, words, before = null, most } = question
  const said = await sql<{ id: MessageId }>`
    select id from messages_that_say(${words}, ${before}::uuid, ${mostThrough}) as s (id)`.execute(db)
  const ids = said.rows.map(({ id }) => id)
  // Not a join: only who is in these conversations is looked at.
  const { rows } = await sql<FoundRow>`${shown(reader)}
    from unnest(${ids}::uuid[]) as s (id) join message m on m.agency_id = ${agencyId} and m.id = s.id ${besides}
    where (select true from participant p where p.agency_id = ${agencyId} and p.conversation_id = m.conversation_id
      and p.left_at is null and (p.person_id = ${reader}
        or p.part in ('worker', 'second-adult') and p.person_id in (select unnest(${[...people]}::uuid[]))) limit 1)
    order by m.id desc limit ${most}`.execute(db)
  return { rows, through: ids.length === mostThrough ? ids.at(-1) : undefined }
}

/** Of what was said in conversations that somebody is or was in, the newest: those among `readable`, and the reader's own. */
export async function findWith(
  db: Db,
  about: Omit<Question, 'words' | 'before'> & {
    readonly person: PersonId
    readonly readable: readonly ConversationId[]
  },
): Promise<FoundRow[]> {
  const { agencyId, reader, person, readable, most } = about
  const { rows } = await sql<FoundRow>`
    with theirs as materialized (
      select distinct w.conversation_id from participant w where w.agency_id = ${agencyId} and w.person_id = ${person}
        and (w.conversation_id = any(${[...readable]}::uuid[]) or exists (select from participant p
          where p.agency_id = w.agency_id and p.conversation_id = w.conversation_id and p.person_id = ${reader}
            and p.left_at is null)))
    ${shown(reader)}
    from theirs t join message m on m.agency_id = ${agencyId} and m.conversation_id = t.conversation_id ${besides}
    order by m.id desc limit ${most}`.execute(db)
  return rows
}
