import { parseForm, secret, text } from '../kit/forms/index.ts'
import { Refused } from '../kit/proof.ts'
import { type Content, handler, type Instead, isKept, TooMany, type Visit } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Hidden,
  Input,
  Inset,
  Link,
  Paragraph,
  PasswordInput,
} from '../ui/index.ts'
import { PasskeyForm, passkeyScript } from './passkey-form.tsx'
import { routes } from './routes.ts'
import type { SignIn, Step } from './sign-in/index.ts'

/** Only our own addresses: a link that leads elsewhere after sign-in would be a gift to a forger. */
export const safeNext = (next: string | null | undefined): string =>
  next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/'

const fields = {
  email: text({ max: 254, called: 'Your email address', required: 'Enter your work email address' }),
  password: secret('Enter your password'),
}

export const signInPage = (signIn: SignIn) =>
  handler(routes.signIn, {
    get: ({ page, url, actor, go }) =>
      // A family's own way in, on the same device, is another matter.
      actor?.kind === 'staff'
        ? go('/')
        : page(
            signInForm(signIn, { next: safeNext(url.searchParams.get('next')), family: actor !== undefined }),
          ),
    async post({ form, page, go, url }) {
      const sent = await form()
      const parsed = parseForm(fields, sent)
      const next = safeNext(`${sent.get('next') ?? url.searchParams.get('next') ?? ''}`)
      const again = (errors: Record<string, string | undefined>, status = 422) =>
        page(signInForm(signIn, { next, email: parsed.state.typed.email, errors }), { status, errors })
      if (!parsed.ok) return again(parsed.state.errors)
      const step = await signIn.withPassword(parsed.values.email, parsed.values.password)
      if (step instanceof Refused) {
        if (step.reason === 'too-many') throw new TooMany(15, newPasswordInstead)
        return again({ email: 'The email address or the password is not right. Check both and try again' })
      }
      return go(afterStep(step, next), step.cookies)
    },
  })

const newPasswordInstead: Instead = {
  words: 'Have you forgotten your password? You need not wait:',
  link: { href: routes.forgot.to(), text: 'choose a new one' },
}
const passkeyInstead: Instead = {
  words: 'If you have a passkey, you need not wait:',
  link: { href: routes.signIn.to(), text: 'sign in with it' },
}

/** Where somebody goes from here: on, or to the step they still owe first. */
export function afterStep({ at }: Step, next: string): string {
  if (at === 'signed-in') return next
  const owed = at === 'second-factor' ? routes.secondFactor : routes.setUpFactor
  return `${owed.to()}?next=${encodeURIComponent(next)}`
}

export const signInForm = (
  signIn: SignIn,
  about: {
    next: string
    email?: string | undefined
    errors?: Record<string, string | undefined>
    /** They are in as a parent, carer or child. */
    family?: boolean
  },
): Content => ({
  title: 'Sign in',
  scripts: [passkeyScript],
  body: (
    <>
      <Heading>Sign in</Heading>
      {about.family && (
        <Inset>
          This page is for people who work or volunteer here. Looking for what was sent to you?{' '}
          <Link href="/family">Go to your messages</Link>
        </Inset>
      )}
      {isKept(about.next) && (
        <Inset>
          You were signed out to keep your work safe. What you typed is not lost: sign in, and it is there to
          send.
        </Inset>
      )}
      {signIn.organisation && (
        <ButtonLink href={`${routes.sso.to()}?next=${encodeURIComponent(about.next)}`}>
          Sign in with {signIn.organisation.name}
        </ButtonLink>
      )}
      <PasskeyForm kind="get" next={about.next} text="Sign in with a passkey" />
      <form method="post" action={routes.signIn.to()} noValidate>
        <Hidden name="next" value={about.next} />
        <Input
          name="email"
          type="email"
          label="Work email address"
          autocomplete="username"
          spellcheck={false}
          value={about.email}
          error={about.errors?.email}
        />
        <PasswordInput
          name="password"
          label="Password"
          autocomplete="current-password"
          error={about.errors?.password}
        />
        <Button>Sign in</Button>
      </form>
      <Paragraph>
        <Link href={routes.forgot.to()}>I have forgotten my password</Link>
      </Paragraph>
      <Paragraph>
        Were you sent a link as a parent, carer or young person? Open that link again: you need no password.
      </Paragraph>
    </>
  ),
})

const codeFields = { code: text({ max: 40, called: 'The code', required: 'Enter the code' }) }

export const secondFactorPage = (signIn: SignIn) =>
  handler(routes.secondFactor, {
    get: ({ page, url }) => page(codeForm(safeNext(url.searchParams.get('next')))),
    async post({ form, page, go, request }) {
      const sent = await form()
      const parsed = parseForm(codeFields, sent)
      const next = safeNext(`${sent.get('next') ?? ''}`)
      const again = (sentence: string | undefined) =>
        page(codeForm(next, sentence), { status: 422, errors: { code: sentence } })
      if (!parsed.ok) return again(parsed.state.errors.code)
      const code = parsed.values.code.replace(/\s/g, '')
      const step = await signIn.withCode(request, /^\d{6}$/.test(code) ? 'totp' : 'backup', code)
      if (!(step instanceof Refused)) return go(next, step.cookies)
      if (step.reason === 'too-many') throw new TooMany(15, passkeyInstead)
      return again(
        'The code is not right. Wait for the next one in your app, or use a backup code. If you were away for long, sign in again',
      )
    },
  })

const codeForm = (next: string, error?: string): Content => ({
  title: 'Enter your code',
  back: { href: routes.signIn.to(), text: 'Sign in' },
  scripts: [passkeyScript],
  body: (
    <>
      <form method="post" noValidate>
        <Hidden name="next" value={next} />
        <Input
          name="code"
          label="Enter your code"
          labelIsHeading
          hint="Six digits from your authenticator app, or one of your backup codes."
          autocomplete="one-time-code"
          width={10}
          error={error}
        />
        <Button>Go on</Button>
      </form>
      <PasskeyForm kind="get" next={next} text="Use a passkey in place of a code" />
    </>
  ),
})

export const signOutPage = (signIn: SignIn) =>
  handler(routes.signOut, {
    get: ({ page }) => page(signedOut),
    async post(visit) {
      return signOut(visit, signIn, session => signIn.endSession(session.token))
    },
  })

export const signOutEverywherePage = (signIn: SignIn) =>
  handler(routes.signOutEverywhere, {
    async post(visit) {
      return signOut(visit, signIn, session => signIn.endAllSessions(session.loginId))
    },
  })

async function signOut(
  visit: Visit,
  signIn: SignIn,
  end: (session: { token: string; loginId: string }) => Promise<void>,
) {
  const session = await signIn.sessionOf(visit.request)
  if (session) await end(session)
  return visit.go(routes.signOut.to(), signIn.forgetCookies())
}

const signedOut: Content = {
  title: 'You are signed out',
  scripts: ['draft.js'],
  body: (
    <>
      <Heading>You are signed out</Heading>
      <p data-drafts-end hidden />
      <ButtonLink href={routes.signIn.to()}>Sign in again</ButtonLink>
    </>
  ),
}
