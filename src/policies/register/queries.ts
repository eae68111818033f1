import { sql } from 'kysely'
import type { CalendarDay } from '../../guidance/index.ts'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { PolicyId } from '../queries.ts'
import type { PolicyKind } from '../rules.ts'

export interface PolicyOwnerTable {
  agency_id: AgencyId
  id: Id<'policy-owner'>
  policy_id: PolicyId
  owner_id: PersonId
  review_on: CalendarDay
  /** Why it was set: by hand, by a review that changed nothing, by a new version, or because its owner left. */
  reason: 'set' | 'reviewed' | 'published' | 'handed-over'
  remark: string
  set_at: Date
  entry_id: EntryId
}

const tables = (db: Db) => db.withTables<{ policy_owner: PolicyOwnerTable }>()

export async function insertOwner(db: Db, row: PolicyOwnerTable): Promise<void> {
  await tables(db).insertInto('policy_owner').values(row).execute()
}

/** Who owns a policy now, and by when they review it. */
export function selectOwner(db: Db, agencyId: AgencyId, policyId: PolicyId) {
  return tables(db)
    .selectFrom('policy_owner')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('policy_id', '=', policyId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface RegisterRow {
  id: PolicyId
  kind: PolicyKind
  title: string
  number: number | null
  published_at: Date | null
  owner_id: PersonId | null
  review_on: CalendarDay | null
}

/** Every policy on the shelf with its newest version, its owner and its review day. */
export async function selectRegister(db: Db, agencyId: AgencyId): Promise<RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select p.id, p.kind, p.title, v.number, v.published_at, o.owner_id, o.review_on
    from policy p
    left join lateral (select number, published_at from policy_version
      where agency_id = p.agency_id and policy_id = p.id order by number desc limit 1) v on true
    left join lateral (select owner_id, review_on from policy_owner
      where agency_id = p.agency_id and policy_id = p.id order by set_at desc, id desc limit 1) o on true
    where p.agency_id = ${agencyId} order by p.title`.execute(db)
  return rows
}
