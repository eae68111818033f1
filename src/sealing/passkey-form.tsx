import { randomBytes } from 'node:crypto'
import { hidden, parseForm, type Sent } from '../kit/forms/index.ts'
import { Button, Hidden } from '../ui/index.ts'
import type { LockTable } from './tables.ts'

/** The page's script, to be named by every page with one of these forms. */
export const prfScript = 'prf.js'

const unable = 'This device or browser cannot unlock a key with a passkey. Use a passphrase'
const stopped = 'No passkey was used. Try again, or use a passphrase'

const inText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

interface Face {
  readonly action: string
  readonly next: string
  readonly text: string
}

/** A button that makes a passkey for the key. Hidden until the script finds that the browser may: nobody needs it. */
export function NewPasskeyForm({ action, next, text, account }: Face & { readonly account: string }) {
  const salt = inText(randomBytes(32))
  return (
    <form
      method="post"
      action={action}
      hidden
      data-prf="create"
      data-salt={salt}
      data-name={account}
      data-site="Lanyard"
      data-unable={unable}
      data-stopped={stopped}
    >
      <Hidden name="salt" value={salt} />
      <Rest next={next} text={text} />
    </form>
  )
}

/** A button that asks whichever of the key’s passkeys this device has. */
export function AskPasskeyForm({
  action,
  next,
  text,
  locks,
}: Face & { readonly locks: readonly LockTable[] }) {
  const known = locks.flatMap(({ credential, salt }) =>
    credential && salt ? [{ credential: inText(credential), salt: inText(salt) }] : [],
  )
  if (known.length === 0) return null
  return (
    <form
      method="post"
      action={action}
      hidden
      data-prf="get"
      data-known={JSON.stringify(known)}
      data-unable={unable}
      data-stopped={stopped}
    >
      <Rest next={next} text={text} />
    </form>
  )
}

const Rest = ({ next, text }: Omit<Face, 'action'>) => (
  <>
    <Hidden name="next" value={next} />
    <Hidden name="credential" value="" />
    <Hidden name="secret" value="" />
    <p class="govuk-error-message" role="alert" />
    <Button kind="secondary">{text}</Button>
  </>
)

const base64 = /^[\w-]+$/
const bytesOf =
  (least: number, most: number) =>
  (typed: string): Uint8Array | undefined => {
    const bytes = base64.test(typed) ? Buffer.from(typed, 'base64url') : undefined
    return bytes && bytes.length >= least && bytes.length <= most ? bytes : undefined
  }

const given = { credential: hidden(bytesOf(1, 1023)), secret: hidden(bytesOf(32, 32)) }

/** What the script sent of a passkey that was asked; undefined when it is no such thing. */
export function askedPasskey(sent: Sent) {
  const parsed = parseForm(given, sent)
  return parsed.ok ? parsed.values : undefined
}

/** What the script sent of a passkey that was made. */
export function madePasskey(sent: Sent) {
  const parsed = parseForm({ ...given, salt: hidden(bytesOf(32, 32)) }, sent)
  return parsed.ok ? parsed.values : undefined
}
