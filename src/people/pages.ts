import type { Mail } from '../kit/mail/index.ts'
import type { Ground } from '../records/index.ts'
import type { Above } from './above.ts'
import { accountScreen } from './account.screen.tsx'
import { adultScreen } from './at-risk/adult.screen.tsx'
import { awayScreen, endAwayScreen } from './away/away.screen.tsx'
import { chooseAgencyPage } from './choose-agency.screen.tsx'
import { addFamilyScreen } from './families/add-family.screen.tsx'
import { addParentScreen } from './families/add-parent.screen.tsx'
import { endLinksScreen } from './families/end-links.screen.tsx'
import { untieScreen } from './families/untie.screen.tsx'
import {
  type FamilySettings,
  familyInPage,
  familyLinkPage,
  familySignOutPage,
} from './family-link.screen.tsx'
import { forgotPage, type LetterSettings, resetPage } from './forgotten.screen.tsx'
import { importPages } from './import/pages.ts'
import { invitationPage } from './invitation.screen.tsx'
import { leavingScreen } from './leaving/leave-agency.screen.tsx'
import { takeOverScreen } from './leaving/take-over.screen.tsx'
import { organisationPages } from './organisation/pages.ts'
import { passkeyAddPages, passkeyScreen, passkeySignInPages } from './passkeys.screen.tsx'
import { inviteScreen, peopleScreen } from './people.screen.tsx'
import { correctScreen } from './person/correct.screen.tsx'
import { inviteAgainScreen } from './person/invite-again.screen.tsx'
import { managerScreen } from './person/manager.screen.tsx'
import { personScreen } from './person/person.screen.tsx'
import { rolesScreen } from './person/roles.screen.tsx'
import { signInAnewScreen } from './person/sign-in-anew.screen.tsx'
import { beginWorkScreen, endWorkScreen } from './person/work.screen.tsx'
import { setUpFactorPage } from './set-up-factor.screen.tsx'
import type { SignIn } from './sign-in/index.ts'
import { secondFactorPage, signInPage, signOutEverywherePage, signOutPage } from './sign-in.screen.tsx'
import { ssoPages } from './sso.screen.tsx'
import { changeTeamScreen } from './teams/change-team.screen.tsx'
import { teamScreen } from './teams/team.screen.tsx'
import { makeTeamScreen, teamsScreen } from './teams/teams.screen.tsx'
import { familyWayScreen, wayScreen } from './ways/way.screen.tsx'

/** Every page of people: signing in and out, invitations, families' way in, and who is here. */
export const peoplePages = (
  ground: Ground,
  signIn: SignIn,
  mail: Mail,
  about: FamilySettings & LetterSettings,
  above: Above,
) => [
  signInPage(signIn),
  secondFactorPage(signIn),
  setUpFactorPage(signIn),
  signOutPage(signIn),
  signOutEverywherePage(signIn),
  forgotPage(signIn, mail, about),
  resetPage(signIn),
  invitationPage(ground, signIn),
  ...passkeySignInPages(ground, signIn),
  ...passkeyAddPages(ground, signIn),
  ...ssoPages(ground, signIn),
  passkeyScreen,
  accountScreen,
  peopleScreen,
  inviteScreen,
  ...importPages(ground),
  ...organisationPages(ground),
  familyLinkPage(ground, about, above),
  familyInPage,
  familySignOutPage(ground, about),
  chooseAgencyPage(ground, signIn, about.secure),
  teamsScreen,
  makeTeamScreen,
  teamScreen,
  changeTeamScreen,
  rolesScreen(above),
  managerScreen(above),
  beginWorkScreen,
  endWorkScreen(above),
  adultScreen,
  awayScreen(above),
  endAwayScreen(above),
  inviteAgainScreen,
  signInAnewScreen,
  leavingScreen(above),
  takeOverScreen(above),
  endLinksScreen(above),
  untieScreen(above),
  addParentScreen,
  wayScreen(above),
  familyWayScreen(above),
  correctScreen(above),
  addFamilyScreen,
  // Last: what stands under /people by a name of its own comes before what stands there by a person's id.
  personScreen(above),
]
