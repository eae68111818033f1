import { cookieLine } from '../kit/cookie.ts'
import { cookieOf, cookiePrefix } from '../people/index.ts'
import type { Ground, PersonActor } from '../records/index.ts'
import type { Opens, Visitor } from '../screens/index.ts'

/** What a request brings of an unlocked key: half of it stands here, the other in the database. */
export interface Carried {
  readonly ground: Ground
  /** The sign-in's own token. */
  readonly session: string
  /** 32 random bytes, base64url. */
  readonly secret: string
}

// By the actor of one request: nothing keeps it once the request is answered, and no page or log line can show it.
const carried = new WeakMap<PersonActor, Carried>()

export const carriedBy = (actor: PersonActor): Carried | undefined => carried.get(actor)

const nameOf = (secure: boolean) => `${cookiePrefix(secure)}.sealing`

const shape = /^[\w-]{43}$/

/** Who sends a request, and beside them what their browser brings of a key that they have unlocked. */
export const withSealing =
  (about: {
    readonly ground: Ground
    readonly secure: boolean
    readonly tokenOf: (request: Request) => string | undefined
    readonly visitor: (request: Request, opens: Opens) => Promise<Visitor>
  }) =>
  async (request: Request, opens: Opens): Promise<Visitor> => {
    const visitor = await about.visitor(request, opens)
    if (visitor.kind !== 'staff') return visitor
    const [secret, session] = [cookieOf(request, nameOf(about.secure)), about.tokenOf(request)]
    if (secret && session && shape.test(secret))
      carried.set(visitor.actor, { ground: about.ground, session, secret })
    return visitor
  }

/** The cookie that unlocks, on this device alone and sent with no other site's link; it ends with the browser or after so long. */
export const sealingCookie = (secret: string, secure: boolean, seconds: number): string =>
  cookieLine(nameOf(secure), secret, { seconds, secure, strict: true })
