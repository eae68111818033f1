import { Button, Hidden } from '../ui/index.ts'
import { routes } from './routes.ts'

/** The page's script, to be named by every page with one of these forms. */
export const passkeyScript = 'passkey.js'

const words = {
  again: 'To add a passkey, sign out and sign in again first',
  known: 'This device has a passkey for you already',
  stopped: 'No passkey was used. Try again, or go on without one',
}

const kinds = {
  get: { ask: routes.passkeySignInAsk.to(), send: routes.passkeySignIn.to() },
  create: { ask: routes.passkeyAddAsk.to(), send: routes.passkeyAdd.to() },
}

/** A button that uses or makes a passkey. Hidden until the script finds that the browser can: nobody needs it. */
export const PasskeyForm = (props: { kind: keyof typeof kinds; next: string; text: string }) => (
  <form
    method="post"
    action={kinds[props.kind].send}
    hidden
    data-passkey={props.kind}
    data-ask={kinds[props.kind].ask}
    data-again={props.kind === 'get' ? words.stopped : words.again}
    data-known={words.known}
    data-stopped={words.stopped}
  >
    <Hidden name="next" value={props.next} />
    <Hidden name="answer" value="" />
    <p class="govuk-error-message" role="alert" />
    <Button kind="secondary">{props.text}</Button>
  </form>
)
