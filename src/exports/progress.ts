import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import { type AgencyId, type Ground, system, withoutEntry } from '../records/index.ts'
import type { State } from './rules.ts'
import type { Choices, ExportId, NamedPerson } from './tables.ts'

interface Which {
  readonly agencyId: AgencyId
  readonly id: ExportId
}
interface Becomes {
  readonly state: State
  readonly size?: number
  readonly entries?: number
  readonly named?: readonly NamedPerson[]
  readonly choices?: Choices
  readonly expiresAt?: Date
}

/** Says how far an export has come. What is not said stays as it was. */
export async function putProgress(
  db: Db,
  { agencyId, id }: Which,
  { state, size, entries, named, choices, expiresAt }: Becomes,
  at: Date,
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await sql`
    insert into export_progress (agency_id, export_id, state, at, size, entries, named, choices, expires_at)
    values (${agencyId}, ${id}, ${state}, ${at}, ${size ?? null}, ${entries ?? null}, ${json(named)}::jsonb,
      ${json(choices)}::jsonb, ${expiresAt ?? null})
    on conflict (agency_id, export_id) do update set state = excluded.state, at = excluded.at,
      size = coalesce(excluded.size, export_progress.size),
      entries = coalesce(excluded.entries, export_progress.entries),
      named = coalesce(excluded.named, export_progress.named),
      choices = coalesce(excluded.choices, export_progress.choices),
      expires_at = coalesce(excluded.expires_at, export_progress.expires_at)`.execute(db)
}

/**
 * How an export stands, held until the transaction is over: whoever erases something that is in it waits until then, and its
 * files go with it.
 */
export async function holdState(db: Db, { agencyId, id }: Which): Promise<State | undefined> {
  const { rows } = await sql<{ state: State }>`
    select state from export_progress where agency_id = ${agencyId} and export_id = ${id} for share`.execute(
    db,
  )
  return rows[0]?.state
}

/** The same, in a transaction of its own: a job shows how far it is while it works. What is no part of the record, only. */
export const tellProgress = (ground: Ground, which: Which, becomes: Becomes): Promise<void> =>
  withoutEntry(ground, system(which.agencyId), ({ db, now }) => putProgress(db, which, becomes, now))

/** Other work on files that are no part of the record: they are put down and deleted beside it. */
export const besideRecord = <T>(
  ground: Ground,
  agencyId: AgencyId,
  work: (db: Db, now: Date) => Promise<T>,
): Promise<T> => withoutEntry(ground, system(agencyId), ({ db, now }) => work(db, now))
