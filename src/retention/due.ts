import { sql } from 'kysely'
import { days, hours, later, minutes } from '../kit/clock.ts'
import type { Reader } from '../records/index.ts'
import type { Kept } from './kept.ts'

/** When the nights are, in UTC: src/jobs.ts starts them by the same. */
export const nightAt = { hour: 2, minute: 10 } as const

/** The next night's beginning. */
export function nextNight(now: Date): Date {
  const today = new Date(now)
  today.setUTCHours(0, 0, 0, 0)
  const at = later(today, hours(nightAt.hour) + minutes(nightAt.minute))
  return at > now ? at : later(at, days(1))
}

interface Asked {
  readonly months: number
  /** The moment at which their time is to be over. */
  readonly at: Date
}

const due = (reader: Reader, kept: Kept, { months, at }: Asked) => {
  const { agencyId } = reader.actor
  return sql`from (${kept.standing(agencyId)}) s
    where s.counts_from <= ${at}::timestamptz - make_interval(months => ${months})
      and erasing_held_by(${agencyId}, ${kept.event}, s.id) is null`
}

/** What is due of a kind and kept by no hold, at most `limit`; but for some. */
export async function selectDue(
  reader: Reader,
  kept: Kept,
  about: Asked & { readonly limit: number; readonly but: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id ${due(reader, kept, about)} and s.id <> all (${[...about.but]}::uuid[])
    order by s.counts_from, s.id limit ${about.limit}`.execute(reader.db)
  return rows.map(({ id }) => id)
}

/** How many there are. */
export async function countDue(reader: Reader, kept: Kept, about: Asked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${due(reader, kept, about)}`.execute(reader.db)
  return rows[0]?.count ?? 0
}

/** How many of a kind a hold keeps, whose time is over. */
export async function countHeld(reader: Reader, kept: Kept, { months, at }: Asked): Promise<number> {
  const { agencyId } = reader.actor
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${kept.standing(agencyId)}) s
    where s.counts_from <= ${at}::timestamptz - make_interval(months => ${months})
      and erasing_held_by(${agencyId}, ${kept.event}, s.id) is not null`.execute(reader.db)
  return rows[0]?.count ?? 0
}
