import { sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import { ask, type Db, piece } from '../kit/db/index.ts'
import { type ContactHours, contactHoursIn, hasEndedWork } from '../people/index.ts'
import type { AgencyId, PersonActor, PersonId, Reader } from '../records/index.ts'
import { lastNumber } from './number.ts'
import { type ConversationId, type ConversationRow, type ParticipantRow, participantsOf } from './queries.ts'
import type { Under } from './sent-before.ts'

/** A conversation, and all else that there is to know before somebody writes there. */
export interface ConversationToWrite extends ConversationRow {
  /** They have worked with somebody and do so no more. With whom, and whether with anybody else of this family, is not said. */
  readonly endedWork: boolean
  /** What they said here last, at most ten messages, oldest first. */
  readonly said: readonly string[]
  /** What stands under the keys of the drafts that those were. */
  readonly drafts: ReadonlyMap<string, Under>
  /** The number of the last message there, as far as can be seen; 0 where none has one. */
  readonly last: number
  /** When the organisation writes to families; null for at all times. */
  readonly hours: NonNullable<ContactHours> | null
}

interface Which {
  readonly agencyId: AgencyId
  readonly id: ConversationId
  readonly personId: PersonId
  readonly day: CalendarDay
}

interface Found {
  readonly subject: string
  readonly opened_at: string
  readonly ended_at: string | null
  readonly participants: ParticipantRow[]
  readonly ended_work: boolean
  /** The newest first, each with its draft; null for one whose words are erased. */
  readonly said: readonly (readonly [body: string | null, draft: string])[]
  readonly last: number
  readonly hours: NonNullable<ContactHours> | null
}

const toWrite = piece<Which, Found>(
  of => sql`
    select json_build_object('subject', c.subject, 'opened_at', c.opened_at, 'ended_at', c.ended_at, 'participants', ${participantsOf(of.day)},
      'ended_work', ${hasEndedWork({ agencyId: of.agencyId, staffId: of.personId })},
      'said', to_json(array(select json_build_array(m.body, m.draft_key) from message m
        where m.agency_id = ${of.agencyId} and m.conversation_id = ${of.id} and m.author_id = ${of.personId}
        order by m.id desc limit 10)),
      'last', ${lastNumber({ agencyId: of.agencyId, id: of.id })},
      'hours', ${contactHoursIn(of.agencyId)})
    from conversation c where c.agency_id = ${of.agencyId} and c.id = ${of.id}`,
)

/** A conversation that somebody means to write in. Whether they are in it, its participants say. */
export async function selectConversationToWrite(
  db: Db,
  which: Which,
): Promise<ConversationToWrite | undefined> {
  const found = await ask(db, toWrite, which)
  if (!found) return undefined
  const { subject, opened_at, ended_at, participants, ended_work, said, last, hours } = found
  return {
    id: which.id,
    subject,
    opened_at: new Date(opened_at),
    ended_at: ended_at === null ? null : new Date(ended_at),
    participants,
    endedWork: ended_work,
    said: said.flatMap(([body]) => body ?? []).reverse(),
    drafts: new Map(said.map(([body, draft]) => [draft, { body }])),
    last,
    hours,
  }
}

/** What the acting person has sent, or has had kept back, in a conversation under a draft's key. */
export async function selectUnder(
  { db, actor }: Reader<PersonActor>,
  conversation: ConversationId,
  key: string,
): Promise<Under | undefined> {
  const theirs = sql`agency_id = ${actor.agencyId} and conversation_id = ${conversation}
    and author_id = ${actor.personId} and draft_key = ${key}`
  const { rows } = await sql<Under>`
    select body from message where ${theirs} union all select body from waiting_message where ${theirs}`.execute(
    db,
  )
  // What waited before it was sent is there twice.
  return rows.find(({ body }) => body === null) ?? rows[0]
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
