import { sql } from 'kysely'
import { ask, type Db, piece } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { PolicyKind } from './rules.ts'

export type PolicyId = Id<'policy'>
export type VersionId = Id<'policy-version'>

export interface PolicyTable {
  agency_id: AgencyId
  id: PolicyId
  kind: PolicyKind
  title: string
  entry_id: EntryId
}
export interface PolicyVersionTable {
  agency_id: AgencyId
  id: VersionId
  policy_id: PolicyId
  number: number
  text: string
  text_hash: Uint8Array
  change_note: string
  sign_again: boolean
  published_at: Date
  published_by: PersonId
  entry_id: EntryId
}
export interface SignatureTable {
  agency_id: AgencyId
  id: Id<'signature'>
  policy_id: PolicyId
  version_id: VersionId
  person_id: PersonId
  text_hash: Uint8Array
  signed_at: Date
  entry_id: EntryId
}

type Tables = {
  policy: PolicyTable
  policy_version: PolicyVersionTable
  signature: SignatureTable
}

export const tables = (db: Db) => db.withTables<Tables>()

export interface PolicyRow {
  id: PolicyId
  kind: PolicyKind
  title: string
  version_id: VersionId | null
  number: number | null
  published_at: Date | null
  /** The newest version of it that this person has signed, if any. */
  signed_number: number | null
  /** The oldest version whose signature still counts: versions after it did not ask to be signed again. */
  required_number: number | null
}

/** Policies with their newest version, and where one person stands with each. */
export async function selectPolicies(db: Db, agencyId: AgencyId, personId: PersonId): Promise<PolicyRow[]> {
  const { rows } = await sql<PolicyRow>`
    select p.id, p.kind, p.title, v.id as version_id, v.number, v.published_at,
      (select max(r.number) from policy_version r
        where r.agency_id = p.agency_id and r.policy_id = p.id and r.sign_again) as required_number,
      (select max(w.number) from signature s join policy_version w on w.agency_id = s.agency_id and w.id = s.version_id
        where s.agency_id = p.agency_id and s.policy_id = p.id and s.person_id = ${personId}) as signed_number
    from policy p
    left join lateral (select id, number, published_at from policy_version
      where agency_id = p.agency_id and policy_id = p.id order by number desc limit 1) v on true
    where p.agency_id = ${agencyId} order by p.kind <> 'acceptable-use', p.title`.execute(db)
  return rows
}

/** The acceptable use policy, once a version of it is published, and whether this person has signed what is to be signed. */
const toSignFirst = piece<
  { readonly agencyId: AgencyId; readonly personId: PersonId },
  { readonly id: PolicyId; readonly signed: boolean }
>(
  of => sql`
    select json_build_object('id', p.id, 'signed', coalesce(v.since <= (
        select max(w.number) from signature s join policy_version w on w.agency_id = s.agency_id and w.id = s.version_id
        where s.agency_id = p.agency_id and s.policy_id = p.id and s.person_id = ${of.personId}), false))
    from policy p cross join lateral (select count(*) as published, max(r.number) filter (where r.sign_again) as since
      from policy_version r where r.agency_id = p.agency_id and r.policy_id = p.id) v
    where p.agency_id = ${of.agencyId} and p.kind = 'acceptable-use' and v.published > 0`,
)

/**
 * The acceptable use policy if this person may open nothing else before signing it: `id` is null when the agency has
 * published none. Undefined when nothing is owed.
 */
export async function selectOwedFirst(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<{ id: PolicyId | null } | undefined> {
  const found = await ask(db, toSignFirst, { agencyId, personId })
  if (!found) return { id: null }
  return found.signed ? undefined : { id: found.id }
}

export function selectPolicy(db: Db, agencyId: AgencyId, policyId: PolicyId) {
  return tables(db)
    .selectFrom('policy')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', policyId)
    .executeTakeFirst()
}

export function selectNewestVersion(db: Db, agencyId: AgencyId, policyId: PolicyId) {
  return tables(db)
    .selectFrom('policy_version')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('policy_id', '=', policyId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function selectVersion(db: Db, agencyId: AgencyId, versionId: VersionId) {
  return tables(db)
    .selectFrom('policy_version')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', versionId)
    .executeTakeFirst()
}

/** Keeps anyone from publishing until this transaction ends. Many may sign at once. */
export async function holdPolicyForSigning(db: Db, agencyId: AgencyId, policyId: PolicyId): Promise<void> {
  await sql`select 1 from policy where agency_id = ${agencyId} and id = ${policyId} for key share`.execute(db)
}

/** Waits for those who are signing, and keeps others from signing or publishing until this transaction ends. */
export async function holdPolicyForPublishing(db: Db, agencyId: AgencyId, policyId: PolicyId): Promise<void> {
  await sql`select 1 from policy where agency_id = ${agencyId} and id = ${policyId} for update`.execute(db)
}

export async function insertVersion(db: Db, row: PolicyVersionTable): Promise<void> {
  await tables(db).insertInto('policy_version').values(row).execute()
}

export async function insertSignature(db: Db, row: SignatureTable): Promise<void> {
  await tables(db).insertInto('signature').values(row).execute()
}

export function selectSignature(db: Db, agencyId: AgencyId, personId: PersonId, versionId: VersionId) {
  return tables(db)
    .selectFrom('signature')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('version_id', '=', versionId)
    .executeTakeFirst()
}

/** The acceptable use policy in force, and everybody whose signature on it counts now. */
export async function selectSigners(
  db: Db,
  agencyId: AgencyId,
): Promise<{ policy_id: PolicyId; signers: PersonId[] } | undefined> {
  const { rows } = await sql<{ policy_id: PolicyId; signers: PersonId[] }>`
    select p.id as policy_id, array(
      select s.person_id from signature s join policy_version w on w.agency_id = s.agency_id and w.id = s.version_id
      where s.agency_id = p.agency_id and s.policy_id = p.id
        and w.number >= (select max(r.number) from policy_version r
          where r.agency_id = p.agency_id and r.policy_id = p.id and r.sign_again)) as signers
    from policy p
    where p.agency_id = ${agencyId} and p.kind = 'acceptable-use'
      and exists (select from policy_version v where v.agency_id = p.agency_id and v.policy_id = p.id)`.execute(
    db,
  )
  return rows[0]
}

export interface SignedCount {
  id: PolicyId
  kind: PolicyKind
  title: string
  number: number | null
  published_at: Date | null
  signed: number
}

/** Every policy with its newest version, and how many of these people have signed a version that still counts. */
export async function selectSignedCounts(
  db: Db,
  agencyId: AgencyId,
  people: readonly PersonId[],
): Promise<SignedCount[]> {
  const { rows } = await sql<SignedCount>`
    select p.id, p.kind, p.title, v.number, v.published_at,
      (select count(distinct s.person_id) from signature s
        join policy_version w on w.agency_id = s.agency_id and w.id = s.version_id
        where s.agency_id = p.agency_id and s.policy_id = p.id and s.person_id = any(${[...people]}::uuid[])
          and w.number >= (select max(r.number) from policy_version r
            where r.agency_id = p.agency_id and r.policy_id = p.id and r.sign_again))::int as signed
    from policy p
    left join lateral (select number, published_at from policy_version
      where agency_id = p.agency_id and policy_id = p.id order by number desc limit 1) v on true
    where p.agency_id = ${agencyId} order by p.kind <> 'acceptable-use', p.title`.execute(db)
  return rows
}
