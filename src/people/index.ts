import { dayAt } from '../guidance/index.ts'
import type { AgencyId, PersonId, Reader, Role } from '../records/index.ts'
import { selectAbove, selectHolders, selectLine, selectWithRole } from './line-queries.ts'
import { selectStaffByName } from './people-queries.ts'
import { selectFamily, selectParentsEver } from './person/queries.ts'
import { type StaffName, selectAgency, selectPerson, selectStaff, selectStaffNames } from './queries.ts'

export { acceptInvitation } from './accept-invitation.ts'
export { hasRole, isHere, personTo, standing } from './access.ts'
export { addPerson, grantRole, type NewPerson } from './add-person.ts'
export { adultAtRiskIn, isAdultAtRisk } from './at-risk/queries.ts'
export { awayFrom, whoIsAway } from './away/away-today.ts'
export { type HereToday, staffHereToday } from './away/here-today.ts'
export { awayOn, awayUntil } from './away/queries.ts'
export { awayWords } from './away/words.ts'
export { peopleEvidence } from './evidence.ts'
export {
  type ChildOfWork,
  childrenOf,
  everWorkedWith,
  hasEndedWork,
  isParentSince,
  secondAdultFor,
  workersOf,
  workHasEnded,
} from './family.ts'
export { familyLink, linkGoodFor, notifyFamily } from './family-link.ts'
export { type MemberAgency, memberAgencies, type PeopleFigures, peopleFigures } from './figures.ts'
export { importEvidence } from './import/evidence.ts'
export { inviteStaff, sendInvitation } from './invite.ts'
export { keptForms } from './kept/kept-forms.ts'
export { followWork } from './leaving/follow-work.ts'
export { goneTopic } from './leaving/gone.ts'
export type { Handing, Holding } from './leaving/holding.ts'
export { askedHolding, peopleHoldings } from './leaving/people-holdings.ts'
export { beginWork, tieFamily } from './link-family.ts'
export { isNamedIn, mayBeOne } from './names.ts'
export { type NewAgency, openAgency } from './open-agency.ts'
export { organisationToChange } from './organisation/access.ts'
export { changeLogo } from './organisation/change-logo.ts'
export { organisationEvidence } from './organisation/evidence.ts'
export { type ContactHours, isWithin, nextWithin } from './organisation/hours.ts'
export {
  type DesignatedContact,
  logoOf,
  type OrganisationFacts,
  organisationFacts,
  ownDetails,
} from './organisation/organisation-facts.ts'
export { contactHoursIn } from './organisation/queries.ts'
export { readLogo } from './organisation/read-logo.ts'
export { changeReach, say } from './organisation/say.ts'
export { peopleJobs, type SendText } from './people-jobs.ts'
export { childrenWithNumber, forgetNumber } from './person/childs-number.ts'
export { cookieOf, cookiePrefix } from './sign-in/cookies.ts'
export { SignIn } from './sign-in/index.ts'
export { safeNext } from './sign-in.screen.tsx'
export { type PlaceInTeam, placesInTeams } from './teams/places.ts'
export { changeWay } from './ways/change-way.ts'
export { type Way, waysOffered } from './ways/ways.ts'

export interface Member {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly managerId: PersonId | null
}

/** Everybody who works in the reader's agency now, by name. */
export async function staff(reader: Reader): Promise<readonly Member[]> {
  const rows = await selectStaff(reader.db, reader.actor.agencyId)
  return rows.map(({ id, name, email, manager_id }) => ({ id, name, email, managerId: manager_id }))
}

/** Staff who are here by a part of their name, in order and at most `most`; of some, where they are given. */
export const staffByName = (
  reader: Reader,
  which: { readonly find: string; readonly among?: readonly PersonId[] | undefined; readonly most: number },
) => selectStaffByName(reader.db, reader.actor.agencyId, which)

/** Members of the staff, and of the board’s, by name, whether or not they are still here: `namedAmong` finds who was typed. */
export const staffNames = (reader: Reader): Promise<readonly StaffName[]> =>
  selectStaffNames(reader.db, reader.actor.agencyId)

/** The people `manager` answers for, at every depth. */
export const lineOf = (reader: Reader, manager: PersonId): Promise<readonly PersonId[]> =>
  selectLine(reader.db, reader.actor.agencyId, manager)

/** The nearest manager above a person who still works here. Undefined when nobody here manages them. */
export const answersFor = (reader: Reader, id: PersonId): Promise<PersonId | undefined> =>
  selectAbove(reader.db, reader.actor.agencyId, id)

/** The same, but nobody who is away today: for what cannot wait until they are back. */
export const answersToday = (reader: Reader, id: PersonId): Promise<PersonId | undefined> =>
  selectAbove(reader.db, reader.actor.agencyId, id, dayAt(reader.now))

/** Those who have a role now. */
export const withRole = (reader: Reader, role: Role): Promise<readonly PersonId[]> =>
  selectWithRole(reader.db, reader.actor.agencyId, role)

/** Those who have any of these roles now, by role. */
export const holdersOf = (reader: Reader, roles: readonly Role[]) =>
  selectHolders(reader.db, reader.actor.agencyId, roles)

/** A child's parents and carers who are here, or a parent's children. */
export const familyOf = (reader: Reader, id: PersonId) => selectFamily(reader.db, reader.actor.agencyId, id)

/** A child’s parents and carers, those of before too. */
export const parentsEver = (reader: Reader, child: PersonId) =>
  selectParentsEver(reader.db, reader.actor.agencyId, child)

/** One person of the agency, whether or not they are still here. */
export const person = (reader: Reader, id: PersonId) => selectPerson(reader.db, reader.actor.agencyId, id)

/** The reader's agency, with what it may itself give to a family: its own number, address and site. */
export const agency = (reader: Reader) => selectAgency(reader.db, reader.actor.agencyId)

export { namedAmong, type PersonTable as PersonRow, type StaffName, type WorkLinkTable } from './queries.ts'
export { routes } from './routes.ts'
export { mayManage, mayWork, roleWords } from './rules.ts'
export { visitorOf } from './visitor.ts'
export type { AgencyId, PersonId }
