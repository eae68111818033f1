import { address } from '../screens/index.ts'
import { backAddress } from './sign-in/index.ts'

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
  account: address('/account', 'before-signing'),
  passkey: address('/account/passkeys/:passkey', 'before-signing'),
  invitation: address('/invitation/:token', 'anyone'),
  people: address('/people', 'staff'),
  person: address('/people/:person', 'staff'),
  invite: address('/people/invite', ['administrator']),
  familyLink: address('/f/:token', 'anyone'),
  familyIn: address('/family-sign-in', 'anyone'),
  familySignOut: address('/family-sign-out', 'anyone'),
} as const
