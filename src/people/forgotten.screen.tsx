import { email, parseForm } from '../kit/forms/index.ts'
import type { Mail } from '../kit/mail/index.ts'
import { Refused } from '../kit/proof.ts'
import { type Content, handler } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Input, Link, Paragraph, PasswordInput } from '../ui/index.ts'
import { newPassword } from './password.ts'
import { routes } from './routes.ts'
import type { SignIn } from './sign-in/index.ts'

export interface LetterSettings {
  /** The public address, as it stands in links. */
  readonly url: string
  /** Told of what fails after the answer has gone. */
  readonly trouble: (error: unknown) => void
}

/**
 * The same page whether or not the address is known; the mail is sent after it, so that time tells nothing either. A mail
 * that cannot be sent is a fault: nobody waits for it any more, and it may not end the process.
 */
export const forgotPage = (signIn: SignIn, mail: Mail, about: LetterSettings) =>
  handler(routes.forgot, {
    get: ({ page }) => page(forgotForm()),
    async post({ form, page }) {
      const parsed = parseForm({ email: email('Enter your work email address') }, await form())
      if (!parsed.ok) {
        return page(forgotForm(parsed.state.typed.email, parsed.state.errors.email), {
          status: 422,
          errors: parsed.state.errors,
        })
      }
      const to = parsed.values.email
      sendLink(signIn, mail, about.url, to).catch(about.trouble)
      return page(sent)
    },
  })

async function sendLink(signIn: SignIn, mail: Mail, url: string, to: string): Promise<void> {
  const asked = await signIn.requestReset(to)
  if (!asked) return
  await mail({
    to,
    subject: 'Choose a new Lanyard password',
    text: `Somebody, we hope you, asked for a new password. Open this link within an hour to choose one:\n\n${url}${routes.reset.to({ token: asked.token })}\n\nIf it was not you, delete this email: nothing changes.\n`,
  })
}

export const resetPage = (signIn: SignIn) =>
  handler(routes.reset, {
    get: ({ page }) => page(resetForm()),
    async post({ form, page, params }) {
      const parsed = parseForm({ password: newPassword({ name: '', email: '' }) }, await form())
      if (!parsed.ok)
        return page(resetForm(parsed.state.errors.password), { status: 422, errors: parsed.state.errors })
      const done = await signIn.resetPassword(params.token, parsed.values.password)
      return done instanceof Refused ? page(used, { status: 404 }) : page(changed)
    },
  })

const forgotForm = (typed?: string, error?: string): Content => ({
  title: 'Choose a new password',
  back: { href: routes.signIn.to(), text: 'Sign in' },
  body: (
    <>
      <Heading>Choose a new password</Heading>
      <form method="post" noValidate>
        <Input
          name="email"
          type="email"
          label="Your work email address"
          hint="We send you a link."
          autocomplete="email"
          value={typed}
          error={error}
        />
        <Button once>Send the link</Button>
      </form>
    </>
  ),
})

const sent: Content = {
  title: 'Check your email',
  body: (
    <>
      <Heading>Check your email</Heading>
      <Paragraph>
        If that address signs in here, a link is on its way. It works for an hour. Nothing has come? Look
        under spam, or ask your administrator.
      </Paragraph>
      <Paragraph>
        <Link href={routes.signIn.to()}>Back to signing in</Link>
      </Paragraph>
    </>
  ),
}

const resetForm = (error?: string): Content => ({
  title: 'Choose a new password',
  body: (
    <>
      <Heading>Choose a new password</Heading>
      <form method="post" noValidate>
        <PasswordInput
          name="password"
          label="New password"
          hint="At least 12 characters. Three words that do not belong together are good."
          autocomplete="new-password"
          error={error}
        />
        <Button once>Set the password</Button>
      </form>
    </>
  ),
})

const used: Content = {
  title: 'This link cannot be used',
  body: (
    <>
      <Heading>This link cannot be used</Heading>
      <Paragraph>It has been used already, or it is more than an hour old.</Paragraph>
      <ButtonLink href={routes.forgot.to()}>Ask for another</ButtonLink>
    </>
  ),
}

const changed: Content = {
  title: 'Your password is set',
  body: (
    <>
      <Heading>Your password is set</Heading>
      <Paragraph>You have been signed out on every device.</Paragraph>
      <ButtonLink href={routes.signIn.to()}>Sign in</ButtonLink>
    </>
  ),
}
