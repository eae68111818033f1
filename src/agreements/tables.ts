import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { Channel, Way } from './rules.ts'

/** `none` takes one's own no back, and says nothing else. */
export type Answer = 'yes' | 'no' | 'none'

export interface AgreementTable {
  agency_id: AgencyId
  id: Id<'agreement'>
  child_id: PersonId
  channel: Channel
  answer: Answer
  given_by: PersonId
  given_on: CalendarDay
  last_day: CalendarDay | null
  entered_by: PersonId | null
  how: Way
  at: Date
  entry_id: EntryId
}
export interface AskTable {
  agency_id: AgencyId
  id: Id<'agreement-ask'>
  child_id: PersonId
  channels: Channel[]
  asked_by: PersonId
  asked_at: Date
  entry_id: EntryId
}
export interface AgeTable {
  agency_id: AgencyId
  id: Id<'agreement-age'>
  age: number
  reason: string
  set_by: PersonId
  set_at: Date
  entry_id: EntryId
}

type Tables = { agreement: AgreementTable; agreement_ask: AskTable; agreement_age: AgeTable }

export const tables = (db: Db) => db.withTables<Tables>()
