import { renderSVG } from 'uqr'
import { parseForm, text } from '../kit/forms/index.ts'
import { Refused } from '../kit/proof.ts'
import { type Content, handler, TooMany } from '../screens/index.ts'
import { Button, Details, Heading, Hidden, Input, Link, List, Paragraph, Subheading } from '../ui/index.ts'
import { BackupCodes } from './backup-codes.tsx'
import { PasskeyForm, passkeyScript } from './passkey-form.tsx'
import { routes } from './routes.ts'
import { isWhole, type Session, type SignIn, type StartedTotp } from './sign-in/index.ts'
import { safeNext } from './sign-in.screen.tsx'

/**
 * Sets up the second factor. Nothing else opens before it is done. A wrong code shows the same QR code again, so the
 * person need not start over; the page carries what it needs to, and it is theirs alone.
 */
export const setUpFactorPage = (signIn: SignIn) =>
  handler(routes.setUpFactor, {
    async get({ page, request, url, go }) {
      const next = safeNext(url.searchParams.get('next'))
      const session = await mayEnrol(signIn, request)
      if (session === 'too-old') return page(signInAgain, { status: 403 })
      if (!session)
        return go(`${routes.signIn.to()}?next=${encodeURIComponent(next)}`, signIn.forgetCookies())
      const started = await signIn.startTotp(session.loginId)
      return started instanceof Refused ? go(routes.account.to()) : page(setUpForm(started, next))
    },
    async post({ form, page, request, go }) {
      const sent = await form()
      const next = safeNext(`${sent.get('next') ?? ''}`)
      const session = await mayEnrol(signIn, request)
      if (session === 'too-old') return page(signInAgain, { status: 403 })
      if (!session)
        return go(`${routes.signIn.to()}?next=${encodeURIComponent(next)}`, signIn.forgetCookies())
      const started: StartedTotp = {
        uri: `${sent.get('uri') ?? ''}`,
        secret: `${sent.get('secret') ?? ''}`,
        backupCodes: `${sent.get('backup') ?? ''}`.split(' ').filter(Boolean),
      }
      const parsed = parseForm(
        { code: text({ max: 20, called: 'The code', required: 'Enter the six digits that the app shows' }) },
        sent,
      )
      const again = (sentence: string | undefined) =>
        page(setUpForm(started, next, sentence), { status: 422, errors: { code: sentence } })
      if (!parsed.ok) return again(parsed.state.errors.code)
      const code = parsed.values.code.replace(/\s/g, '')
      const step = await signIn.finishTotp(request, session.loginId, code)
      if (step instanceof Refused) {
        if (step.reason === 'too-many')
          throw new TooMany(15, { words: 'Check that the time on your phone is right, then start again.' })
        return again('The code is not right. Check the time on your phone, and enter the code that shows now')
      }
      const headers = new Headers()
      for (const cookie of step.cookies) headers.append('set-cookie', cookie)
      return page(backupPage(started, next), { headers })
    },
  })

/**
 * The session that may set up an app: of both steps and not an hour old, or of the first alone while no second stands. A
 * first step that was taken before a second was set up elsewhere is ended: whoever it is signs in again, in two steps.
 */
async function mayEnrol(signIn: SignIn, request: Request): Promise<Session | 'too-old' | undefined> {
  const session = await signIn.sessionOf(request)
  if (!session) return undefined
  if (isWhole(session.factor)) return signIn.isFresh(session) ? session : 'too-old'
  if (!(await signIn.secondStepOf(session.loginId)).any) return session
  await signIn.endSession(session.token)
  return undefined
}

const signInAgain: Content = {
  title: 'Sign in again first',
  back: { href: routes.account.to(), text: 'My account' },
  body: (
    <>
      <Heading>Sign in again first</Heading>
      <Paragraph>
        You signed in more than an hour ago. So that nobody sets up a second step of their own at a computer
        that you left open, sign out, sign in again, and then set it up.
      </Paragraph>
      <form method="post" action={routes.signOut.to()}>
        <Button>Sign out</Button>
      </form>
    </>
  ),
}

const isAppLink = (uri: string): boolean => /^otpauth:/.test(uri)

const setUpForm = (started: StartedTotp, next: string, error?: string): Content => ({
  title: 'Set up your second step',
  scripts: [passkeyScript],
  body: (
    <>
      <Heading>Set up your second step</Heading>
      <Paragraph>
        A password alone can be stolen. With something that only you hold as well, a thief needs both.
      </Paragraph>
      <PasskeyForm kind="create" next={next} text="Use a passkey" />
      <Subheading>A code from your phone</Subheading>
      <List
        numbered
        items={[
          'Open an authenticator app on your phone. Your phone may have one built in; any will do.',
          'Add an account, and point the camera at this picture.',
          'Enter the six digits that the app shows.',
        ]}
      />
      {isAppLink(started.uri) && (
        <img
          class="ly-qr-code"
          src={`data:image/svg+xml;base64,${Buffer.from(renderSVG(started.uri)).toString('base64')}`}
          alt="QR code for your authenticator app. The key below does the same."
        />
      )}
      <Details summary="I cannot point a camera at it, or I am on my phone now">
        {isAppLink(started.uri) && (
          <Paragraph>
            Is the app on this same device? <Link href={started.uri}>Open it, with the key filled in</Link>.
          </Paragraph>
        )}
        <Paragraph>Or enter this key in the app by hand:</Paragraph>
        <code class="ly-copy">{started.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </Details>
      <form method="post" noValidate>
        <Hidden name="next" value={next} />
        <Hidden name="uri" value={started.uri} />
        <Hidden name="secret" value={started.secret} />
        <Hidden name="backup" value={started.backupCodes.join(' ')} />
        <Input
          name="code"
          label="The six digits"
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
          error={error}
        />
        <Button once>Go on</Button>
      </form>
    </>
  ),
})

const backupPage = ({ backupCodes }: StartedTotp, next: string): Content => ({
  title: 'Your second step is set up',
  body: <BackupCodes title="Your second step is set up" codes={backupCodes} next={next} />,
})
