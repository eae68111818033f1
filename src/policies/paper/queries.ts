import { sql } from 'kysely'
import type { CalendarDay } from '../../guidance/index.ts'
import type { Db } from '../../kit/db/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { AgencyId, EntryId, PersonId } from '../../records/index.ts'
import type { PolicyId, VersionId } from '../queries.ts'

export type SheetId = Id<'paper-sheet'>

export interface SheetTable {
  agency_id: AgencyId
  id: SheetId
  policy_id: PolicyId
  version_id: VersionId
  text_hash: Uint8Array
  persons: readonly PersonId[]
  signed_on: CalendarDay
  /** Where the sheet itself is kept. */
  kept_at: string
  /** How what they signed was explained to them. */
  explained: string
  recorded_by: PersonId
  recorded_at: Date
  /** Who was asked to confirm it. */
  asked_id: PersonId
  entry_id: EntryId
}
export interface SheetAnswerTable {
  agency_id: AgencyId
  sheet_id: SheetId
  answer: 'confirmed' | 'refused'
  words: string
  answered_by: PersonId
  answered_at: Date
  /** The signatures that stand because of it. */
  signatures: readonly Id<'signature'>[]
  entry_id: EntryId
}

export const tables = (db: Db) =>
  db.withTables<{ signing_sheet: SheetTable; signing_sheet_answer: SheetAnswerTable }>()

/** The number of the newest version of a policy that must be signed: a signature on an older one no longer counts. */
export async function selectRequired(db: Db, agencyId: AgencyId, policyId: PolicyId): Promise<number> {
  const { rows } = await sql<{ required: number | null }>`
    select max(number) as required from policy_version
    where agency_id = ${agencyId} and policy_id = ${policyId} and sign_again`.execute(db)
  return rows[0]?.required ?? 0
}

/** One sheet as it stands, with what was said of it and the names of everybody in it. */
export interface SheetRow extends SheetTable {
  readonly title: string
  readonly number: number
  readonly required: number
  readonly recorder: string
  readonly asked: string
  readonly answer: SheetAnswerTable['answer'] | null
  readonly words: string | null
  readonly answered_at: Date | null
  readonly answerer: string | null
}

const sheets = (agencyId: AgencyId) => sql`
  select s.*, l.title, v.number, r.name as recorder, k.name as asked, a.answer, a.words, a.answered_at, b.name as answerer,
    (select max(n.number) from policy_version n where n.agency_id = s.agency_id and n.policy_id = s.policy_id
      and n.sign_again) as required
  from signing_sheet s
  join policy l on l.agency_id = s.agency_id and l.id = s.policy_id
  join policy_version v on v.agency_id = s.agency_id and v.id = s.version_id
  join person r on r.agency_id = s.agency_id and r.id = s.recorded_by
  join person k on k.agency_id = s.agency_id and k.id = s.asked_id
  left join signing_sheet_answer a on a.agency_id = s.agency_id and a.sheet_id = s.id
  left join person b on b.agency_id = a.agency_id and b.id = a.answered_by
  where s.agency_id = ${agencyId}`

export async function selectSheet(db: Db, agencyId: AgencyId, id: SheetId): Promise<SheetRow | undefined> {
  const { rows } = await sql<SheetRow>`${sheets(agencyId)} and s.id = ${id}`.execute(db)
  return rows[0]
}

/** The sheets of a policy, the newest first: all of them, or those that one person recorded or was asked about. */
export async function selectSheets(
  db: Db,
  which: { readonly agencyId: AgencyId; readonly policyId: PolicyId; readonly of: PersonId | undefined },
): Promise<SheetRow[]> {
  const { agencyId, policyId, of = null } = which
  const { rows } = await sql<SheetRow>`
    ${sheets(agencyId)} and s.policy_id = ${policyId}
      and (${of}::uuid is null or s.recorded_by = ${of} or s.asked_id = ${of})
    order by s.recorded_at desc, s.id limit 500`.execute(db)
  return rows
}

export interface OnSheet {
  readonly id: PersonId
  readonly name: string
  readonly left: boolean
  /** The newest version of this policy whose signature by them counts now, if any. */
  readonly signed: number | null
}

/** These people by name, and whether a signature of theirs on this policy counts now. */
export async function selectOnSheet(
  db: Db,
  { agency_id, policy_id, persons }: Pick<SheetTable, 'agency_id' | 'policy_id' | 'persons'>,
): Promise<OnSheet[]> {
  const { rows } = await sql<OnSheet>`
    select p.id, p.name, p.left_at is not null as left, (select max(w.number) from signature s
      join policy_version w on w.agency_id = s.agency_id and w.id = s.version_id
      where s.agency_id = p.agency_id and s.policy_id = ${policy_id} and s.person_id = p.id
        and w.number >= (select max(r.number) from policy_version r
          where r.agency_id = p.agency_id and r.policy_id = ${policy_id} and r.sign_again)) as signed
    from person p join unnest(${[...persons]}::uuid[]) who(id) on who.id = p.id
    where p.agency_id = ${agency_id} order by p.name, p.id`.execute(db)
  return rows
}

/** Who is on a sheet of this policy that waits to be confirmed. */
export async function selectWaiting(db: Db, agencyId: AgencyId, policyId: PolicyId): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    select distinct who.id from signing_sheet s
    join policy_version v on v.agency_id = s.agency_id and v.id = s.version_id
    cross join lateral unnest(s.persons) who(id)
    where s.agency_id = ${agencyId} and s.policy_id = ${policyId}
      and v.number >= (select max(r.number) from policy_version r
        where r.agency_id = s.agency_id and r.policy_id = s.policy_id and r.sign_again)
      and not exists (select from signing_sheet_answer a where a.agency_id = s.agency_id and a.sheet_id = s.id)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** The sheets of a policy that nobody has answered yet. */
export async function selectOpenSheets(db: Db, agencyId: AgencyId, policyId: PolicyId): Promise<SheetId[]> {
  const { rows } = await sql<{ id: SheetId }>`
    select s.id from signing_sheet s where s.agency_id = ${agencyId} and s.policy_id = ${policyId}
      and not exists (select from signing_sheet_answer a where a.agency_id = s.agency_id and a.sheet_id = s.id)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** The sheet that a signature stands on, with who recorded and who confirmed it. Undefined for one made on screen. */
export async function selectSheetOfSignature(
  db: Db,
  agencyId: AgencyId,
  signature: Id<'signature'>,
): Promise<Pick<SheetRow, 'signed_on' | 'kept_at' | 'recorder' | 'answerer'> | undefined> {
  const { rows } = await sql<Pick<SheetRow, 'signed_on' | 'kept_at' | 'recorder' | 'answerer'>>`
    select s.signed_on, s.kept_at, r.name as recorder, b.name as answerer
    from signing_sheet_answer a
    join signing_sheet s on s.agency_id = a.agency_id and s.id = a.sheet_id
    join person r on r.agency_id = s.agency_id and r.id = s.recorded_by
    join person b on b.agency_id = a.agency_id and b.id = a.answered_by
    where a.agency_id = ${agencyId} and a.signatures @> array[${signature}::uuid]`.execute(db)
  return rows[0]
}

export async function insertSheet(db: Db, row: SheetTable): Promise<void> {
  await tables(db).insertInto('signing_sheet').values(row).execute()
}

export async function insertAnswer(db: Db, row: SheetAnswerTable): Promise<void> {
  await tables(db).insertInto('signing_sheet_answer').values(row).execute()
}
