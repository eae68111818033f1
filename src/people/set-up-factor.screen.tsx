import { renderSVG } from 'uqr'
import { parseForm, text } from '../kit/forms/index.ts'
import { Refused } from '../kit/proof.ts'
import { type Content, handler } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  Heading,
  Hidden,
  Input,
  Inset,
  List,
  Panel,
  Paragraph,
} from '../ui/index.ts'
import { routes } from './routes.ts'
import type { SignIn } from './sign-in/index.ts'
import { safeNext } from './sign-in.screen.tsx'

interface Started {
  readonly uri: string
  readonly secret: string
  readonly backupCodes: readonly string[]
}

/**
 * Sets up the second factor. Nothing else opens before it is done. A wrong code shows the same QR code again, so the
 * person need not start over; the page carries what it needs to, and it is theirs alone.
 */
export const setUpFactorPage = (signIn: SignIn) =>
  handler(routes.setUpFactor, {
    async get({ page, request, url }) {
      const started = await signIn.startTotp(request)
      return page(setUpForm(started, safeNext(url.searchParams.get('next'))))
    },
    async post({ form, page, request }) {
      const sent = await form()
      const next = safeNext(`${sent.get('next') ?? ''}`)
      const started: Started = {
        uri: `${sent.get('uri') ?? ''}`,
        secret: `${sent.get('secret') ?? ''}`,
        backupCodes: `${sent.get('backup') ?? ''}`.split(' '),
      }
      const parsed = parseForm(
        { code: text({ max: 20, called: 'The code', required: 'Enter the six digits that the app shows' }) },
        sent,
      )
      const again = (sentence: string | undefined) =>
        page(setUpForm(started, next, sentence), { status: 422, errors: { code: sentence } })
      if (!parsed.ok) return again(parsed.state.errors.code)
      const step = await signIn.withCode(request, 'totp', parsed.values.code.replace(/\s/g, ''))
      if (step instanceof Refused)
        return again('The code is not right. Check the time on your phone, and enter the code that shows now')
      const headers = new Headers()
      for (const cookie of step.cookies) headers.append('set-cookie', cookie)
      return page(backupPage(started, next), { headers })
    },
  })

const setUpForm = (started: Started, next: string, error?: string): Content => ({
  title: 'Set up your second step',
  body: (
    <>
      <Heading>Set up your second step</Heading>
      <Paragraph>
        A password alone can be stolen. With a code from your phone as well, a thief needs both.
      </Paragraph>
      <List
        numbered
        items={[
          'Open an authenticator app on your phone. Your phone may have one built in; any will do.',
          'Add an account, and point the camera at this picture.',
          'Enter the six digits that the app shows.',
        ]}
      />
      {/^otpauth:/.test(started.uri) && (
        <img
          class="ly-receipt-code"
          src={`data:image/svg+xml;base64,${Buffer.from(renderSVG(started.uri)).toString('base64')}`}
          alt="QR code for your authenticator app. The key below does the same."
        />
      )}
      <Details summary="I cannot point a camera at it">
        <Paragraph>On this same phone, or without a camera, enter this key in the app by hand:</Paragraph>
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

const backupPage = ({ backupCodes }: Started, next: string): Content => ({
  title: 'Keep your backup codes',
  body: (
    <>
      <Panel title="Your second step is set up" />
      <Paragraph>
        If you lose your phone, each of these codes lets you in once. Write them down, and keep them at home,
        not with your phone.
      </Paragraph>
      <List items={backupCodes.map(code => <code key={code}>{code}</code>)} />
      <Inset>They are shown this one time.</Inset>
      <ButtonLink href={next}>I have kept them. Go on</ButtonLink>
    </>
  ),
})
