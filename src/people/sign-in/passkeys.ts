import { getAuthenticatorName } from '@better-auth/passkey'
import { type Refused, refuse } from '../../kit/proof.ts'
import type { Auth } from './auth.ts'
import { cookiePrefix, withOnly } from './cookies.ts'
import { begunIn, cookiesOf, type Entrance, type Step } from './entrance.ts'
import { isWhole } from './factor.ts'
import { endHalfSessions, secondStepOf } from './second-step.ts'
import { isFresh, type Session, sessionOf, signedCookie } from './session.ts'
import { backupCodesFor } from './start-totp.ts'

/** What the browser is to be asked for (WebAuthn, as JSON), and the cookie that ties its answer to the question. */
export interface Asked {
  readonly options: object
  readonly cookies: readonly string[]
}

export interface AddedPasskey {
  readonly id: string
  readonly loginId: string
  readonly cookies: readonly string[]
  /** Shown once, when this is the login's first second step. */
  readonly backupCodes: readonly string[]
}

/** Signing in with a passkey, and adding one. The device asks for a finger, a face or a PIN: both steps in one. */
export class Passkeys {
  readonly #entrance: Entrance
  readonly #question: string

  constructor(entrance: Entrance) {
    this.#entrance = entrance
    this.#question = `${cookiePrefix(entrance.secure)}.passkey`
  }

  /** Asks for any passkey of this installation. It names nobody: the device knows whose it is. */
  async askToSignIn(request: Request): Promise<Asked> {
    const { auth } = this.#entrance
    const answer = await auth.api.generatePasskeyAuthenticationOptions({
      headers: withOnly(request),
      asResponse: true,
    })
    const options = (await answer.json()) as object
    return { options: { ...options, userVerification: 'required' }, cookies: answer.headers.getSetCookie() }
  }

  /** Signs in by the browser's answer. Begins a new session, whatever cookie the browser had. */
  async signIn(
    request: Request,
    response: unknown,
  ): Promise<(Step & { loginId: string }) | Refused<'wrong'>> {
    const { auth, pool, now } = this.#entrance
    if (!isAnswer(response)) return refuse('wrong')
    const answer = await auth.api
      .verifyPasskeyAuthentication({
        body: { response },
        headers: withOnly(request, this.#question),
        asResponse: true,
      })
      .catch(() => undefined)
    if (!answer?.ok) return refuse('wrong')
    const cookies = cookiesOf(this.#entrance, answer)
    const session = await sessionOf(pool, begunIn(this.#entrance, cookies) ?? '', now())
    return session ? { at: 'signed-in', cookies, loginId: session.loginId } : refuse('wrong')
  }

  /** Asks for a new passkey for whoever this is. Refused to a password alone once a second step stands. */
  async askToAdd(request: Request): Promise<Asked | Refused<'sign-in-again'>> {
    const { auth, cookies } = this.#entrance
    if (!(await this.#mayAdd(request))) return refuse('sign-in-again')
    const answer = await auth.api.generatePasskeyRegistrationOptions({
      headers: withOnly(request, cookies.session),
      asResponse: true,
    })
    return { options: (await answer.json()) as object, cookies: answer.headers.getSetCookie() }
  }

  /** Keeps the passkey that the browser made. The session is a new one from here: both steps are done. */
  async add(
    request: Request,
    response: unknown,
  ): Promise<AddedPasskey | Refused<'sign-in-again'> | Refused<'wrong'>> {
    const { auth, cookies, pool } = this.#entrance
    const session = await this.#mayAdd(request)
    if (!session) return refuse('sign-in-again')
    if (!isAnswer(response)) return refuse('wrong')
    const answer = await auth.api
      .verifyPasskeyRegistration({
        body: { response, createSession: true },
        headers: withOnly(request, cookies.session, this.#question),
        asResponse: true,
      })
      .catch(() => undefined)
    if (!answer?.ok) return refuse('wrong')
    const { id, aaguid } = (await answer.json()) as { id: string; aaguid?: string }
    await pool.query('update auth.passkey set name = $2 where id = $1', [
      id,
      getAuthenticatorName(aaguid) ?? 'Passkey',
    ])
    await pool.query('delete from auth.session where token = $1', [session.token])
    await endHalfSessions(pool, session.loginId)
    const backupCodes = await backupCodesFor(await auth.$context, session.loginId)
    return { id, loginId: session.loginId, cookies: cookiesOf(this.#entrance, answer), backupCodes }
  }

  /** The session that may add one now: a whole one that is fresh, or the first step of a login that has no second. */
  async #mayAdd(request: Request): Promise<Session | undefined> {
    const { pool, cookies, secret, now } = this.#entrance
    const token = signedCookie(request, cookies.session, secret)
    const session = token === undefined ? undefined : await sessionOf(pool, token, now())
    if (!session) return undefined
    if (!isWhole(session.factor)) return (await secondStepOf(pool, session.loginId)).any ? undefined : session
    return isFresh(session, now()) ? session : undefined
  }
}

type Answer = NonNullable<Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

/** Enough to look it up by. The library reads the rest, and turns away what is not whole. */
const isAnswer = (response: unknown): response is Answer =>
  typeof response === 'object' && response !== null && typeof (response as { id?: unknown }).id === 'string'
