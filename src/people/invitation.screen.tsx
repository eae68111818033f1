import { parseForm, secret } from '../kit/forms/index.ts'
import { Refused } from '../kit/proof.ts'
import { tokenHash } from '../kit/tokens.ts'
import { type AgencyId, type Ground, type PersonActor, type PersonId, write } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Paragraph, PasswordInput } from '../ui/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { newPassword } from './password.ts'
import { routes } from './routes.ts'
import type { SignIn } from './sign-in/index.ts'
import { afterStep } from './sign-in.screen.tsx'

interface Invited {
  agency_id: AgencyId
  agency_name: string
  invitation_id: string
  person_id: PersonId
  name: string
  email: string
}

/** A new person's way in: the link from their mail, a password of their own, then the second step. */
export const invitationPage = (ground: Ground, signIn: SignIn) =>
  handler(routes.invitation, {
    async get({ page, params }) {
      const invited = await find(ground, params.token)
      if (!invited) return page(gone, { status: 404 })
      return page(
        passwordForm(invited, {
          known: await signIn.hasPassword(invited.email),
          sso: signIn.organisation?.name,
        }),
      )
    },
    async post({ form, page, params, go }) {
      const invited = await find(ground, params.token)
      if (!invited) return page(gone, { status: 404 })
      const known = await signIn.hasPassword(invited.email)
      const field = known ? secret('Enter your password') : newPassword(invited)
      const parsed = parseForm({ password: field }, await form())
      const again = (sentence: string | undefined) =>
        page(passwordForm(invited, { known, sso: signIn.organisation?.name, error: sentence }), {
          status: 422,
          errors: { password: sentence },
        })
      if (!parsed.ok) return again(parsed.state.errors.password)
      const loginId = await signIn.createLogin(invited.email, invited.name, parsed.values.password)
      const step = await signIn.withPassword(invited.email, parsed.values.password)
      if (step instanceof Refused)
        return again('The password is not right. It is the one you already use for Lanyard')
      await write(ground, actorOf(invited), writer => acceptInvitation(writer, { loginId }))
      return go(afterStep(step, '/'), step.cookies)
    },
  })

async function find(ground: Ground, token: string): Promise<Invited | undefined> {
  const { rows } = await ground.pool.query<Invited>('select * from invitation_by_token($1, $2)', [
    tokenHash(token),
    ground.clock(),
  ])
  return rows[0]
}

const actorOf = ({ agency_id, agency_name, person_id, name }: Invited): PersonActor => ({
  kind: 'staff',
  agencyId: agency_id,
  personId: person_id,
  name,
  place: agency_name,
  roles: [],
})

const passwordForm = (
  invited: Invited,
  { known, sso, error }: { known: boolean; sso: string | undefined; error?: string | undefined },
): Content => ({
  title: `Join ${invited.agency_name}`,
  body: (
    <>
      <Heading>Join {invited.agency_name}</Heading>
      <Paragraph>
        Hello {invited.name}. This is where you message families, sign policies and see what you have to do,
        safely and on the record. First choose a password; then set up a second step on your phone.
      </Paragraph>
      {sso && <ButtonLink href={routes.sso.to()}>Join with {sso}</ButtonLink>}
      <form method="post" noValidate>
        <input type="hidden" name="username" autocomplete="username" value={invited.email} />
        <PasswordInput
          name="password"
          label={known ? 'Your Lanyard password' : 'Choose a password'}
          hint={
            known
              ? 'You already use Lanyard elsewhere. Enter the same password.'
              : 'At least 12 characters. Three words that do not belong together are good.'
          }
          autocomplete={known ? 'current-password' : 'new-password'}
          error={error}
        />
        <Button once>Go on</Button>
      </form>
    </>
  ),
})

const gone: Content = {
  title: 'This invitation cannot be used',
  body: (
    <>
      <Heading>This invitation cannot be used</Heading>
      <Paragraph>
        It has been used already, or it is too old. If you have joined, sign in. If not, ask your
        administrator to send another.
      </Paragraph>
      <ButtonLink href={routes.signIn.to()}>Sign in</ButtonLink>
    </>
  ),
}
