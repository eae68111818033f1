import { sql } from 'kysely'
import { inFull } from '../kit/clock.ts'
import type { Db } from '../kit/db/index.ts'
import { type Aside, type Beside, type MessageId, stretchOfTalk } from '../messages/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import { overseen } from './access.ts'
import type { CallId } from './queries.ts'
import { routes } from './routes.ts'
import { type Result, resultWords, type Way } from './rules.ts'

interface CallBetween {
  readonly id: CallId
  readonly logged_by: PersonId
  readonly second_id: PersonId | null
  readonly caller: string
  readonly with_name: string
  readonly way: Way
  readonly result: Result
  readonly began_at: Date
  readonly about: string
}

/** The calls with these people of a family that began in a stretch of time, oldest first, at most a hundred. */
async function callsBetween(
  db: Db,
  which: {
    readonly agencyId: AgencyId
    readonly family: readonly PersonId[]
    readonly from: Date
    readonly until: Date | null
  },
): Promise<CallBetween[]> {
  const { rows } = await sql<CallBetween>`
    select c.id, c.logged_by, c.second_id, by.name as caller, other.name as with_name, c.way, c.result, c.began_at, c.about
    from phone_call c join person by on by.agency_id = c.agency_id and by.id = c.logged_by
    join person other on other.agency_id = c.agency_id and other.id = c.with_id
    where c.agency_id = ${which.agencyId} and c.with_id = any(${[...which.family]}::uuid[])
      and c.began_at >= ${which.from} and (${which.until}::timestamptz is null or c.began_at < ${which.until})
      and not exists (select from phone_call newer where newer.agency_id = c.agency_id and newer.corrects = c.id)
    order by c.began_at, c.id limit 100`.execute(db)
  return rows
}

/**
 * The telephone calls with the family of a conversation, each beside what was said before it: for those who may read them, which
 * is whoever had the call, its second adult, and those who answer for either.
 */
export const besideCalls: Beside = async (reader, messages) => {
  const beside = new Map<MessageId, Aside[]>()
  const talk = await stretchOfTalk(reader, messages)
  const [first] = talk?.messages ?? []
  if (!talk || !first) return beside
  const { agencyId, personId } = reader.actor
  const calls = await callsBetween(reader.db, { ...talk, agencyId })
  if (calls.length === 0) return beside
  const mine = new Set<PersonId>([personId, ...(await overseen(reader))])
  for (const call of calls) {
    if (!mine.has(call.logged_by) && !(call.second_id && mine.has(call.second_id))) continue
    const before = talk.messages.filter(one => one.sentAt <= call.began_at).at(-1) ?? first
    beside.set(before.id, [...(beside.get(before.id) ?? []), asideOf(call)])
  }
  return beside
}

const asideOf = ({ id, caller, with_name, way, result, began_at, about }: CallBetween): Aside => ({
  text: `Telephone call, ${inFull(began_at)}: ${caller} and ${with_name}. ${resultWords[way][result]}: ${about}.`,
  way: { href: routes.call.to({ call: id }), text: 'Read the call', about: `of ${inFull(began_at)}` },
})
