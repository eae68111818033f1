import { inDays } from '../kit/clock.ts'
import { Refused } from '../kit/proof.ts'
import { type Ground, write } from '../records/index.ts'
import { type Content, handler, screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Inset, Paragraph } from '../ui/index.ts'
import { BackupCodes } from './backup-codes.tsx'
import { passkeyAdded, removePasskey } from './change-passkey.ts'
import { noPlaceHere } from './no-place-here.tsx'
import { routes } from './routes.ts'
import type { SignIn } from './sign-in/index.ts'
import { selectSecondStep } from './sign-in/queries.ts'
import { safeNext, signInForm } from './sign-in.screen.tsx'
import { actorsOfLogin } from './visitor.ts'

const json = (body: object, cookies: readonly string[], status = 200): Response => {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(body), { status, headers })
}

/** What the page's script sent: the browser's answer, or undefined when it is none. */
function answerIn(form: FormData): unknown {
  try {
    return JSON.parse(`${form.get('answer') ?? ''}`)
  } catch {
    return undefined
  }
}

export const passkeySignInPages = (ground: Ground, signIn: SignIn) => [
  handler(routes.passkeySignInAsk, {
    async post({ request }) {
      const { options, cookies } = await signIn.passkeys.askToSignIn(request)
      return json(options, cookies)
    },
  }),
  handler(routes.passkeySignIn, {
    async post({ form, page, go, request }) {
      const sent = await form()
      const next = safeNext(`${sent.get('next') ?? ''}`)
      const step = await signIn.passkeys.signIn(request, answerIn(sent))
      if (step instanceof Refused) {
        const errors = {
          email: 'That passkey does not sign in here. Use another one, or your email address and password',
        }
        return page(signInForm(signIn, { next, errors }), { status: 422, errors })
      }
      if ((await actorsOfLogin(ground.pool, step.loginId)).length > 0) return go(next, step.cookies)
      await signIn.endAllSessions(step.loginId)
      return page(noPlaceHere, { status: 403 })
    },
  }),
]

export const passkeyAddPages = (ground: Ground, signIn: SignIn) => [
  handler(routes.passkeyAddAsk, {
    async post({ request }) {
      const asked = await signIn.passkeys.askToAdd(request)
      return asked instanceof Refused ? json({}, [], 403) : json(asked.options, asked.cookies)
    },
  }),
  handler(routes.passkeyAdd, {
    async post({ form, page, request }) {
      const sent = await form()
      const next = safeNext(`${sent.get('next') ?? ''}`)
      const added = await signIn.passkeys.add(request, answerIn(sent))
      if (added instanceof Refused) return page(notAdded, { status: 422 })
      for (const actor of await actorsOfLogin(ground.pool, added.loginId))
        await write(ground, actor, writer => passkeyAdded(writer, added.id))
      const headers = new Headers()
      for (const cookie of added.cookies) headers.append('set-cookie', cookie)
      return page(addedPage(added.backupCodes, next), { headers })
    },
  }),
]

const notAdded: Content = {
  title: 'The passkey was not added',
  body: (
    <>
      <Heading>The passkey was not added</Heading>
      <Paragraph>
        Your device did not ask for a finger, a face or a PIN, or it took too long. Sign in again, and then
        try once more; or set up an authenticator app.
      </Paragraph>
      <ButtonLink href={routes.account.to()}>Go to my account</ButtonLink>
    </>
  ),
}

const addedPage = (codes: readonly string[], next: string): Content => ({
  title: 'Your passkey is set up',
  body: (
    <BackupCodes
      title="Your passkey is set up"
      codes={codes}
      next={next}
      lead="From now on, sign in with it: no password and no code."
    />
  ),
})

export const passkeyScreen = screen({
  address: routes.passkey,
  fields: {},
  load: async (reader, { passkey: id }) => {
    const { passkeys, app } = await selectSecondStep(reader.db, reader.actor)
    const passkey = passkeys.find(one => one.id === id)
    return passkey && { passkey, others: passkeys.length - 1, app }
  },
  show: ({ thing: { passkey } }) => ({
    title: 'Remove a passkey',
    back: { href: routes.account.to(), text: 'My account' },
    body: (
      <>
        <Heading>Remove a passkey</Heading>
        <Paragraph>
          {passkey.name ?? 'Passkey'}, added on {inDays(passkey.createdAt)}. It will not sign you in any more.
        </Paragraph>
        <Inset>
          It stays on your device until you delete it there too. Lost the device? Then also sign out
          everywhere.
        </Inset>
        <form method="post">
          <Button kind="warning" once>
            Remove it
          </Button>
        </form>
      </>
    ),
  }),
  submit: (writer, thing) => removePasskey(writer, thing),
  done: () => routes.account.to(),
  told: () => 'The passkey signs you in no more.',
  refused: {
    'only-second-step': () =>
      'You cannot remove it yet: without it, your password would be all that keeps others out. Set up an authenticator app first, from your account page.',
  },
})
