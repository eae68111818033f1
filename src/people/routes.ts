import { type Role, roles } from '../records/index.ts'
import { address, type Opens } from '../screens/index.ts'
import { largestUpload } from './import/rules.ts'
import { largestLogo, mayChangeOrganisation, mayChangeOutside } from './organisation/parts.ts'
import { mayManage, type PersonAct, personActions, type Relation } from './rules.ts'
import { backAddress } from './sign-in/index.ts'

const isRole = (relation: Relation): relation is Role => roles.some(role => role === relation)

/** An address for doing something with a person opens to those whom the table could let do it. */
function toDo(act: PersonAct): Opens {
  const may: readonly Relation[] = personActions[act].may
  return may.every(isRole) ? may : 'staff'
}

export const routes = {
  signIn: address('/sign-in', 'anyone'),
  secondFactor: address('/sign-in/code', 'anyone'),
  setUpFactor: address('/sign-in/set-up', 'entering'),
  forgot: address('/sign-in/forgotten', 'anyone'),
  reset: address('/sign-in/new-password/:token', 'anyone'),
  sso: address('/sign-in/organisation', 'anyone'),
  ssoBack: address(backAddress, 'anyone'),
  passkeySignIn: address('/sign-in/passkey', 'anyone'),
  passkeySignInAsk: address('/sign-in/passkey/ask', 'anyone'),
  passkeyAdd: address('/sign-in/passkey/add', 'entering'),
  passkeyAddAsk: address('/sign-in/passkey/add/ask', 'entering'),
  signOut: address('/sign-out', 'anyone'),
  signOutEverywhere: address('/sign-out/everywhere', 'before-signing'),
  chooseAgency: address('/sign-in/agency', 'choosing'),
  account: address('/account', 'before-signing'),
  passkey: address('/account/passkeys/:passkey', 'before-signing'),
  invitation: address('/invitation/:token', 'anyone'),
  people: address('/people', 'staff'),
  invite: address('/people/invite', ['administrator']),
  importPeople: address('/people/import', ['administrator']),
  importUpload: address('/people/import/:kind', ['administrator'], { takes: largestUpload }),
  importTemplate: address('/people/import/:kind/template', ['administrator']),
  import: address('/people/imports/:import', ['administrator']),
  importProblems: address('/people/imports/:import/problems', ['administrator']),
  addFamily: address('/people/families/new', ['administrator']),
  teams: address('/people/teams', 'staff'),
  makeTeam: address('/people/teams/new', ['administrator', ...mayManage]),
  team: address('/people/teams/:team', 'staff'),
  changeTeam: address('/people/teams/:team/change', ['administrator', ...mayManage]),
  person: address('/people/:person', 'staff'),
  changeRoles: address('/people/:person/roles', toDo('change-roles')),
  changeManager: address('/people/:person/manager', toDo('change-manager')),
  beginWork: address('/people/:person/work', toDo('begin-work')),
  endWork: address('/people/:person/work/:link/end', toDo('end-work')),
  away: address('/people/:person/away', toDo('enter-away')),
  endAway: address('/people/:person/away/:away/end', toDo('enter-away')),
  inviteAgain: address('/people/:person/invitation', toDo('invite-again')),
  signInAnew: address('/people/:person/sign-in', toDo('sign-in-anew')),
  leaving: address('/people/:person/leaving', toDo('let-leave')),
  takenOver: address('/people/:person/taken-over', 'staff'),
  correct: address('/people/:person/details', toDo('correct')),
  adult: address('/people/:person/adult', toDo('say-adult')),
  way: address('/people/:person/way', toDo('change-way')),
  addParent: address('/people/:person/family/new', toDo('add-parent')),
  untie: address('/people/:person/family/:parent/end', toDo('change-family')),
  endLinks: address('/people/:person/links', toDo('end-links')),
  organisation: address('/organisation', mayChangeOrganisation),
  reach: address('/organisation/reach', mayChangeOrganisation),
  contact: address('/organisation/contacts/:person', mayChangeOrganisation),
  lado: address('/organisation/lado', mayChangeOrganisation),
  outside: address('/organisation/outside', mayChangeOutside),
  equipment: address('/organisation/equipment', mayChangeOrganisation),
  contactHours: address('/organisation/hours', mayChangeOrganisation),
  colour: address('/organisation/colour', mayChangeOrganisation),
  logo: address('/organisation/logo', mayChangeOrganisation, { takes: largestLogo + 4096 }),
  logoPicture: address('/organisation/logo/:logo', 'staff'),
  familyLink: address('/f/:token', 'anyone'),
  familyWay: address('/family-way', 'family'),
  familyIn: address('/family-sign-in', 'anyone'),
  familySignOut: address('/family-sign-out', 'anyone'),
} as const
