import { Refused } from '../kit/proof.ts'
import { type AgencyId, type Ground, type PersonActor, type PersonId, write } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { ButtonLink, Heading, Paragraph } from '../ui/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { noPlaceHere } from './no-place-here.tsx'
import { routes } from './routes.ts'
import type { NotIn, SignIn, StaffHere } from './sign-in/index.ts'
import { afterStep, safeNext } from './sign-in.screen.tsx'

/** Signing in by the organisation's own sign-in: there, and back. */
export const ssoPages = (ground: Ground, signIn: SignIn) => [
  handler(routes.sso, {
    async get({ url, page, go, missing }) {
      if (!signIn.organisation) return missing()
      const begun = await signIn.organisation.begin(safeNext(url.searchParams.get('next')))
      return begun instanceof Refused ? page(refusals.failed, { status: 503 }) : go(begun.to, begun.cookies)
    },
  }),
  handler(routes.ssoBack, {
    async get({ request, page, go, missing }) {
      if (!signIn.organisation) return missing()
      const back = await signIn.organisation.comeBack(request)
      if (back instanceof Refused)
        return page(refusals[back.reason], { status: back.reason === 'failed' ? 400 : 403 })
      for (const one of back.joining)
        await write(ground, actorOf(one), writer => acceptInvitation(writer, { loginId: back.loginId }))
      return go(afterStep(back.step, safeNext(back.next)), back.step.cookies)
    },
  }),
]

const actorOf = (one: StaffHere): PersonActor => ({
  kind: 'staff',
  agencyId: one.agency_id as AgencyId,
  personId: one.person_id as PersonId,
  name: one.name,
  place: one.agency_name,
  roles: [],
})

const refusals: Readonly<Record<NotIn, Content>> = {
  unknown: noPlaceHere,
  unverified: {
    title: 'Your email address is not confirmed',
    body: (
      <>
        <Heading>Your email address is not confirmed</Heading>
        <Paragraph>
          Your organisation’s sign-in does not say that your email address is yours, so it cannot let you in
          here. Ask whoever runs that sign-in to confirm your address, or sign in with your Lanyard password.
        </Paragraph>
        <ButtonLink href={routes.signIn.to()}>Sign in another way</ButtonLink>
      </>
    ),
  },
  failed: {
    title: 'Signing in did not work',
    body: (
      <>
        <Heading>Signing in did not work</Heading>
        <Paragraph>
          Your organisation’s sign-in could not be reached, it took too long, or it was begun in another
          window. Try again from the sign-in page. If it happens again, sign in with your Lanyard password.
        </Paragraph>
        <ButtonLink href={routes.signIn.to()}>Go to the sign-in page</ButtonLink>
      </>
    ),
  },
}
