import { address } from '../screens/index.ts'
import { largestUpload } from './import/rules.ts'

export const routes = {
  signIn: address('/sign-in', 'anyone'),
  secondFactor: address('/sign-in/code', 'anyone'),
  setUpFactor: address('/sign-in/set-up', 'entering'),
  forgot: address('/sign-in/forgotten', 'anyone'),
  reset: address('/sign-in/new-password/:token', 'anyone'),
  sso: address('/sign-in/organisation', 'anyone'),
  signOut: address('/sign-out', 'anyone'),
  signOutEverywhere: address('/sign-out/everywhere', 'before-signing'),
  account: address('/account', 'before-signing'),
  invitation: address('/invitation/:token', 'anyone'),
  people: address('/people', 'staff'),
  person: address('/people/:person', 'staff'),
  invite: address('/people/invite', ['administrator']),
  importPeople: address('/people/import', ['administrator']),
  importUpload: address('/people/import/:kind', ['administrator'], { takes: largestUpload }),
  importTemplate: address('/people/import/:kind/template', ['administrator']),
  import: address('/people/imports/:import', ['administrator']),
  importProblems: address('/people/imports/:import/problems', ['administrator']),
  familyLink: address('/f/:token', 'anyone'),
  familyIn: address('/family-sign-in', 'anyone'),
  familySignOut: address('/family-sign-out', 'anyone'),
} as const
