import { sql } from 'kysely'
import type { CalendarDay } from '../guidance/index.ts'
import { ask, type Db, piece } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type {
  DecisionEndTable,
  DecisionHolderTable,
  DecisionId,
  DecisionTable,
  Tables,
  TighteningEndTable,
  TighteningId,
  TighteningTable,
} from './tables.ts'

const tables = (db: Db) => db.withTables<Tables>()

export async function insertTightening(db: Db, row: TighteningTable): Promise<void> {
  const { conditions, needs, owed, because, ...rest } = row
  await tables(db)
    .insertInto('own_tightening')
    .values({
      ...rest,
      conditions: JSON.stringify(conditions),
      needs: JSON.stringify(needs),
      owed: JSON.stringify(owed),
      because: JSON.stringify(because),
    })
    .execute()
}

export async function insertTighteningEnd(db: Db, row: TighteningEndTable): Promise<void> {
  await tables(db).insertInto('own_tightening_end').values(row).execute()
}

export async function insertDecision(db: Db, row: DecisionTable): Promise<void> {
  const { conditions, because, ...rest } = row
  await tables(db)
    .insertInto('own_decision')
    .values({ ...rest, conditions: JSON.stringify(conditions), because: JSON.stringify(because) })
    .execute()
}

export async function insertHolder(db: Db, row: DecisionHolderTable): Promise<void> {
  await tables(db).insertInto('own_decision_holder').values(row).execute()
}

export async function insertDecisionEnd(db: Db, row: DecisionEndTable): Promise<void> {
  await tables(db).insertInto('own_decision_end').values(row).execute()
}

const idsInForce = piece<{ readonly agencyId: AgencyId; readonly day: CalendarDay }, string[]>(
  of => sql`
    select array(select d.id from own_decision d
        where d.agency_id = ${of.agencyId} and d.begins_on <= ${of.day} and d.until >= ${of.day}
          and not exists (select from own_decision_end e
            where e.agency_id = d.agency_id and e.decision_id = d.id and e.at_once)
        order by d.decided_at, d.id)
      || array(select t.id from own_tightening t
        where t.agency_id = ${of.agencyId} and t.begins_on <= ${of.day}
          and not exists (select from own_tightening_end e
            where e.agency_id = t.agency_id and e.tightening_id = t.id)
        order by t.set_at, t.id)`,
)

/**
 * The ids of the rules of an organisation's own that are in force on a day, in the order in which they are laid on: one
 * question, however many there are. Empty for an organisation that has none.
 */
export const selectIdsInForce = async (db: Db, agencyId: AgencyId, day: CalendarDay): Promise<string[]> =>
  (await ask(db, idsInForce, { agencyId, day })) ?? []

/** A tightening with the names of those who set and ended it. */
export interface TighteningRow extends TighteningTable {
  readonly set_by_name: string | null
  readonly ended_at: Date | null
  readonly ended_by_name: string | null
  readonly ended_because: string | null
}

/** Every tightening there was, or one; in the order in which they were set. */
export async function selectTightenings(
  db: Db,
  agencyId: AgencyId,
  id: TighteningId | null = null,
): Promise<TighteningRow[]> {
  const { rows } = await sql<TighteningRow>`
    select t.*, s.name as set_by_name, e.ended_at, b.name as ended_by_name, e.reason as ended_because
    from own_tightening t
    left join person s on s.agency_id = t.agency_id and s.id = t.set_by
    left join own_tightening_end e on e.agency_id = t.agency_id and e.tightening_id = t.id
    left join person b on b.agency_id = e.agency_id and b.id = e.ended_by
    where t.agency_id = ${agencyId} and (${id}::uuid is null or t.id = ${id})
    order by t.set_at, t.id`.execute(db)
  return rows
}

/** A decision with the names of who took it, who answers for it now, and who ended or reviewed it. */
export interface DecisionRow extends DecisionTable {
  readonly decided_by_name: string
  readonly holder_id: PersonId
  readonly holder_name: string
  readonly ended_at: Date | null
  readonly ended_by_name: string | null
  readonly ended_because: string | null
  readonly reviewed_at: Date | null
  readonly reviewed_by_name: string | null
  readonly reviewed_because: string | null
}

/** Every decision there was, or one; in the order in which they were taken. */
export async function selectDecisions(
  db: Db,
  agencyId: AgencyId,
  id: DecisionId | null = null,
): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select d.*, p.name as decided_by_name, h.person_id as holder_id, h.name as holder_name,
      e.ended_at, eb.name as ended_by_name, e.reason as ended_because,
      r.ended_at as reviewed_at, rb.name as reviewed_by_name, r.reason as reviewed_because
    from own_decision d
    join person p on p.agency_id = d.agency_id and p.id = d.decided_by
    cross join lateral (select o.person_id, n.name from own_decision_holder o
      join person n on n.agency_id = o.agency_id and n.id = o.person_id
      where o.agency_id = d.agency_id and o.decision_id = d.id order by o.set_at desc, o.id desc limit 1) h
    left join own_decision_end e on e.agency_id = d.agency_id and e.decision_id = d.id and e.at_once
    left join person eb on eb.agency_id = e.agency_id and eb.id = e.ended_by
    left join own_decision_end r on r.agency_id = d.agency_id and r.decision_id = d.id and not r.at_once
    left join person rb on rb.agency_id = r.agency_id and rb.id = r.ended_by
    where d.agency_id = ${agencyId} and (${id}::uuid is null or d.id = ${id})
    order by d.decided_at, d.id`.execute(db)
  return rows
}
