import type { Mail } from '../kit/mail/index.ts'
import type { Ground } from '../records/index.ts'
import { accountScreen } from './account.screen.tsx'
import {
  type FamilySettings,
  familyInPage,
  familyLinkPage,
  familySignOutPage,
} from './family-link.screen.tsx'
import { forgotPage, resetPage } from './forgotten.screen.tsx'
import { invitationPage } from './invitation.screen.tsx'
import { passkeyAddPages, passkeyScreen, passkeySignInPages } from './passkeys.screen.tsx'
import { inviteScreen, peopleScreen } from './people.screen.tsx'
import { setUpFactorPage } from './set-up-factor.screen.tsx'
import type { SignIn } from './sign-in/index.ts'
import { secondFactorPage, signInPage, signOutEverywherePage, signOutPage } from './sign-in.screen.tsx'
import { ssoPages } from './sso.screen.tsx'

/** Every page of people: signing in and out, invitations, families' way in, and who is here. */
export const peoplePages = (
  ground: Ground,
  signIn: SignIn,
  mail: Mail,
  about: FamilySettings & { readonly url: string },
) => [
  signInPage(signIn),
  secondFactorPage(signIn),
  setUpFactorPage(signIn),
  signOutPage(signIn),
  signOutEverywherePage(signIn),
  forgotPage(signIn, mail, about.url),
  resetPage(signIn),
  invitationPage(ground, signIn),
  ...passkeySignInPages(ground, signIn),
  ...passkeyAddPages(ground, signIn),
  ...ssoPages(ground, signIn),
  passkeyScreen,
  accountScreen,
  peopleScreen,
  inviteScreen,
  familyLinkPage(ground, about),
  familyInPage,
  familySignOutPage(ground),
]
