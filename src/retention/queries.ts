import { sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { KeptKind } from './rules.ts'
import {
  type ErasureBatchTable,
  type HoldId,
  type HoldStepTable,
  type HoldTable,
  type RetentionRuleTable,
  tables,
} from './tables.ts'

export interface RuleRow extends RetentionRuleTable {
  readonly set_by_name: string
}

/** What stands for each kind that somebody has decided on. */
export async function selectRules(db: Db, agencyId: AgencyId): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`
    select distinct on (r.kind) r.*, p.name as set_by_name
    from retention_rule r join person p on p.agency_id = r.agency_id and p.id = r.set_by
    where r.agency_id = ${agencyId} order by r.kind, r.set_at desc, r.id desc`.execute(db)
  return rows
}

/** A hold with the names in it, and how it stands. */
export interface HoldRow extends HoldTable {
  readonly placed_by_name: string
  readonly person_name: string | null
  /** The day on which it is looked at again, as it was last said. */
  readonly looked_at_on: CalendarDay
  readonly lifted_at: Date | null
  readonly lifted_by_name: string | null
  readonly lifted_because: string | null
}

/** Holds that the reader may know of, those that stand first: none that is on them; all, where nobody reads. */
export async function selectHolds(
  db: Db,
  about: { readonly agencyId: AgencyId; readonly reader: PersonId | null; readonly id?: HoldId },
): Promise<HoldRow[]> {
  const { rows } = await sql<HoldRow>`
    select h.*, b.name as placed_by_name, p.name as person_name, l.taken_at as lifted_at, l.reason as lifted_because,
      t.name as lifted_by_name, coalesce((select s.review_on from erasing_hold_step s
        where s.agency_id = h.agency_id and s.hold_id = h.id and s.step = 'stays'
        order by s.taken_at desc, s.id desc limit 1), h.review_on) as looked_at_on
    from erasing_hold h join person b on b.agency_id = h.agency_id and b.id = h.placed_by
    left join person p on p.agency_id = h.agency_id and p.id = h.person_id
    left join erasing_hold_step l on l.agency_id = h.agency_id and l.hold_id = h.id and l.step = 'lifted'
    left join person t on t.agency_id = l.agency_id and t.id = l.taken_by
    where h.agency_id = ${about.agencyId} and (${about.id ?? null}::uuid is null or h.id = ${about.id ?? null})
      and (${about.reader}::uuid is null or h.person_id is distinct from ${about.reader})
    order by l.taken_at is not null, looked_at_on, h.placed_at, h.id limit 500`.execute(db)
  return rows
}

/** The hold that keeps a thing, if one does. */
export async function selectHeldBy(
  db: Db,
  agencyId: AgencyId,
  which: { readonly event: string; readonly id: string },
): Promise<HoldId | undefined> {
  const { rows } = await sql<{ id: HoldId | null }>`
    select erasing_held_by(${agencyId}, ${which.event}, ${which.id}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** Everybody, and every conversation, that a thing is about. */
export async function selectTouched(
  db: Db,
  agencyId: AgencyId,
  which: { readonly event: string; readonly id: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select erasing_touches(${agencyId}, ${which.event}, ${which.id}) as ids`.execute(db)
  return rows[0]?.ids ?? []
}

/** What the nights since a time erased of each kind, and what they could not, the newest night first. */
export interface NightRow {
  readonly day: CalendarDay
  readonly kind: KeptKind
  readonly erased: number
  readonly failed: number
}
export async function selectNights(db: Db, agencyId: AgencyId, since: Date): Promise<NightRow[]> {
  const { rows } = await sql<NightRow>`
    select (b.done_at at time zone 'Europe/London')::date as day, b.kind, sum(b.erased)::int as erased,
      sum(cardinality(b.failed))::int as failed
    from erasure_batch b where b.agency_id = ${agencyId} and b.done_at >= ${since}
    group by 1, 2 order by 1 desc, 2 limit 200`.execute(db)
  return rows
}

/** One night of an agency at a time: another process waits for the batch, and then sees what is left. */
export async function waitForOtherNight(db: Db, agencyId: AgencyId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`night ${agencyId}`}, 0))`.execute(db)
}

export async function insertRule(db: Db, row: RetentionRuleTable): Promise<void> {
  await tables(db).insertInto('retention_rule').values(row).execute()
}
export async function insertHold(db: Db, row: HoldTable): Promise<void> {
  await tables(db).insertInto('erasing_hold').values(row).execute()
}
export async function insertHoldStep(db: Db, row: HoldStepTable): Promise<void> {
  await tables(db).insertInto('erasing_hold_step').values(row).execute()
}
export async function insertBatch(db: Db, row: ErasureBatchTable): Promise<void> {
  await tables(db)
    .insertInto('erasure_batch')
    .values({ ...row, failed: [...row.failed] })
    .execute()
}
