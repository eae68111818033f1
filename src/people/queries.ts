import { type ColumnType, sql } from 'kysely'
import { ask, type Db, piece } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { AgencyId, EntryId, PersonId, Role } from '../records/index.ts'
import { mayBeOne, namedBy, namesTyped } from './names.ts'
import type { Way } from './ways/ways.ts'

export interface AgencyTable {
  id: AgencyId
  board_id: AgencyId | null
  kind: 'board' | 'member'
  slug: string
  name: string
  phone: string | null
  email: string | null
  web: string | null
  out_of_hours: string | null
}
export interface PersonTable {
  agency_id: AgencyId
  id: PersonId
  kind: 'staff' | 'child' | 'parent'
  name: string
  email: string | null
  phone: string | null
  born_on: string | null
  manager_id: PersonId | null
  login_id: string | null
  joined_at: Date
  left_at: Date | null
  /** How somebody of a family is reached, and answers. */
  way: Way
  entry_id: EntryId
}
export interface RoleGrantTable {
  agency_id: AgencyId
  id: Id<'role-grant'>
  person_id: PersonId
  role: Role
  granted_at: Date
  ended_at: Date | null
  entry_id: EntryId
}
export interface TeamTable {
  agency_id: AgencyId
  id: Id<'team'>
  name: string
  manager_id: PersonId | null
  entry_id: EntryId
}
export interface TeamMemberTable {
  agency_id: AgencyId
  team_id: Id<'team'>
  person_id: PersonId
  since: Date
  until: Date | null
  entry_id: EntryId
}
export interface FamilyTieTable {
  agency_id: AgencyId
  child_id: PersonId
  parent_id: PersonId
  relationship: string
  since: Date
  until: Date | null
  why_ended: string | null
  entry_id: EntryId
}
export interface WorkLinkTable {
  agency_id: AgencyId
  id: Id<'work-link'>
  staff_id: PersonId
  child_id: PersonId
  purpose: string
  since: Date
  until: Date | null
  entry_id: EntryId
}
export interface InvitationTable {
  agency_id: AgencyId
  id: Id<'invitation'>
  person_id: PersonId
  token_hash: Uint8Array | null
  expires_at: Date
  accepted_at: Date | null
}
export interface FamilyLinkTable {
  agency_id: AgencyId
  id: Id<'family-link'>
  person_id: PersonId
  conversation_id: string | null
  token_hash: Uint8Array | null
  code_hash: Uint8Array | null
  code_expires_at: Date | null
  wrong_codes: number
  expires_at: Date
  ended_at: Date | null
}
export interface FamilySessionTable {
  token_hash: Uint8Array
  agency_id: AgencyId
  person_id: PersonId
  link_id: Id<'family-link'>
  started_at: Date
  expires_at: Date
  ended_at: Date | null
}
export interface HandoverTable {
  agency_id: AgencyId
  id: Id<'handover'>
  person_id: PersonId
  made_at: Date
  went: ColumnType<readonly Went[], string, never>
  entry_id: EntryId
}
/** A part of what a leaver had: whose it is now, and the ids of the things. */
export interface Went {
  readonly kind: string
  /** Null where each was asked anew of whoever it would be given to then: those have entries of their own. */
  readonly to: PersonId | null
  readonly things: readonly string[]
}

type Tables = {
  handover: HandoverTable
  agency: AgencyTable
  person: PersonTable
  role_grant: RoleGrantTable
  team: TeamTable
  team_member: TeamMemberTable
  family_tie: FamilyTieTable
  work_link: WorkLinkTable
  invitation: InvitationTable
  family_link: FamilyLinkTable
  family_session: FamilySessionTable
}

export const tables = (db: Db) => db.withTables<Tables>()

interface Standing {
  readonly roles: Role[]
  readonly present: boolean
}

const standingAsked = piece<{ agencyId: AgencyId; personId: PersonId }, Standing>(
  of => sql`
    select json_build_object('present', p.left_at is null, 'roles', array(select g.role from role_grant g
      where g.agency_id = p.agency_id and g.person_id = p.id and g.ended_at is null))
    from person p where p.agency_id = ${of.agencyId} and p.id = ${of.personId}`,
)

/** The roles a person has now, and whether they still work here. */
export const selectStanding = async (db: Db, agencyId: AgencyId, personId: PersonId): Promise<Standing> =>
  (await ask(db, standingAsked, { agencyId, personId })) ?? { roles: [], present: false }

/** Everybody who works here now. */
export function selectStaff(db: Db, agencyId: AgencyId) {
  return tables(db)
    .selectFrom('person')
    .select(['id', 'name', 'email', 'manager_id'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'staff')
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute()
}

/** Somebody who has a name here, or at the board over it. */
export interface StaffName {
  readonly id: PersonId
  readonly name: string
  /** Of this very agency. */
  readonly here: boolean
}

/** Of those, somebody who was named. */
export interface Named extends StaffName {
  /** Their whole name was typed; of the board's own people, a part of it is enough to be found. */
  readonly whole: boolean
}

/** Here, and at the board over it: of those, no more is known here than that there is somebody of that name. */
export const selectStaffNames = async (db: Db, agencyId: AgencyId): Promise<readonly StaffName[]> =>
  (await ask(db, everyStaffName, { agencyId })) ?? []

/** Those of them whose name was typed, however it is written. */
export function namedAmong(all: readonly StaffName[], typed: string): readonly Named[] {
  const each = namesTyped(typed)
  const names = each.map(namedBy)
  return all
    .map(one => ({ ...one, whole: names.some(isIn => isIn(one.name)) }))
    .filter(({ name, here, whole }) => whole || (!here && each.some(one => mayBeOne(name, one))))
}

// Names are folded in one place, names.ts: the database compares none.
const everyStaffName = piece<{ agencyId: AgencyId }, readonly StaffName[]>(
  of => sql`
    select coalesce(json_agg(one), '[]') from (
      select id, name, true as here from person where agency_id = ${of.agencyId} and kind = 'staff'
      union all select id, name, false from board_staff_names()) one`,
)

export function selectPerson(db: Db, agencyId: AgencyId, personId: PersonId) {
  return tables(db)
    .selectFrom('person')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', personId)
    .executeTakeFirst()
}

export function selectAgency(db: Db, agencyId: AgencyId) {
  return tables(db).selectFrom('agency').selectAll().where('id', '=', agencyId).executeTakeFirstOrThrow()
}

/** Who does what in an agency, and who answers to whom, is changed by one at a time: others wait until this commits. */
export async function holdAgency(db: Db, agencyId: AgencyId): Promise<void> {
  await sql`select 1 from agency where id = ${agencyId} for no key update`.execute(db)
}

export function selectStaffByEmail(db: Db, agencyId: AgencyId, email: string) {
  return tables(db)
    .selectFrom('person')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'staff')
    .where('left_at', 'is', null)
    .where(sql<boolean>`lower(email) = ${email.toLowerCase()}`)
    .executeTakeFirst()
}

export interface EverybodyRow {
  readonly id: PersonId
  readonly kind: PersonTable['kind']
  readonly name: string
  readonly roles: Role[]
  readonly manager: string | null
}

/** Everybody that the sign-in of this person is, in every agency. */
export async function selectPersonsOfSameLogin(
  db: Db,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<{ agency_id: AgencyId; agency_name: string }[]> {
  const { rows } = await sql<{ agency_id: AgencyId; agency_name: string }>`
    select o.agency_id, o.agency_name from person p cross join lateral persons_of_login(p.login_id) o
    where p.agency_id = ${agencyId} and p.id = ${personId}`.execute(db)
  return rows
}
