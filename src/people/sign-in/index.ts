import type pg from 'pg'
import { openPool } from '../../kit/db/index.ts'
import { withinLimit } from '../../kit/limits.ts'
import { channel } from '../../kit/live.ts'
import { Refused, refuse } from '../../kit/proof.ts'
import { goneTopic } from '../leaving/gone.ts'
import { type AuthSettings, createAuth } from './auth.ts'
import { agencyCookie, cookieNames, forgetting } from './cookies.ts'
import type { Entrance, Step } from './entrance.ts'
import { createLogin, hasPassword } from './login.ts'
import { Organisation } from './organisation.ts'
import { Passkeys } from './passkeys.ts'
import { requestReset, resetPassword } from './reset.ts'
import { type CodeRefusal, finishTotp, type SecondStep, secondStepOf, withCode } from './second-step.ts'
import { isFresh, type Session, sessionOf, signedCookie } from './session.ts'
import { type StartedTotp, startTotp } from './start-totp.ts'

export { agencyCookie, cookieOf } from './cookies.ts'
export { graceHours, type Step } from './entrance.ts'
export { type Factor, isWhole } from './factor.ts'
export type { CameBack, NotIn, StaffHere } from './organisation.ts'
export { backAddress } from './provider.ts'
export type { Session } from './session.ts'
export type { StartedTotp } from './start-totp.ts'

export type SignInRefusal = Refused<'wrong'> | Refused<'too-many'>

const tries = { most: 10, seconds: 900 }

/** Everything staff sign in with. No HTML here: the screens are in people/*.screen.tsx. */
export class SignIn {
  readonly passkeys: Passkeys
  /** The organisation's own sign-in, where one is set. */
  readonly organisation: Organisation | undefined
  readonly #entrance: Entrance

  /** `appUrl` is the database as the application's role. */
  constructor(appUrl: string, settings: Omit<AuthSettings, 'pool'>, now: () => Date) {
    const url = new URL(appUrl)
    url.searchParams.set('options', '-c search_path=auth,public')
    const pool: pg.Pool = openPool(url.href, 5, 'lanyard sign-in')
    const secure = settings.url.startsWith('https:')
    const auth = createAuth({ ...settings, pool })
    const { secret } = settings
    this.#entrance = { auth, pool, secret, url: settings.url, secure, cookies: cookieNames(secure), now }
    this.passkeys = new Passkeys(this.#entrance)
    this.organisation = settings.oidc && new Organisation(this.#entrance, settings.oidc)
  }

  close(): Promise<void> {
    return this.#entrance.pool.end()
  }

  /** The session behind a request, if it stands; `at` an earlier time, if it stood then and nobody has ended it since. */
  async sessionOf(request: Request, at = this.#entrance.now()): Promise<Session | undefined> {
    const token = this.tokenOf(request)
    return token === undefined ? undefined : sessionOf(this.#entrance.pool, token, at)
  }

  /** The session's token that a request carries, if we signed it. Whether the session stands is for the database to say. */
  tokenOf(request: Request): string | undefined {
    const { cookies, secret } = this.#entrance
    return signedCookie(request, cookies.session, secret)
  }

  /** Makes a login for a person who accepts an invitation. */
  createLogin(email: string, name: string, password: string): Promise<string> {
    return createLogin(this.#entrance, email, name, password)
  }

  /** Whether a password stands for this address already. For the holder of an invitation to it, never for a stranger. */
  hasPassword(email: string): Promise<boolean> {
    return hasPassword(this.#entrance, email)
  }

  /** The first step. The same answer, after the same work, for an unknown address and a wrong password. */
  async withPassword(email: string, password: string): Promise<Step | SignInRefusal> {
    const { auth, pool, now } = this.#entrance
    const name = email.trim().toLowerCase()
    if (!(await withinLimit(pool, `password:${name}`, tries, now()))) return refuse('too-many')
    const answer = await auth.api
      .signInEmail({ body: { email: name, password }, asResponse: true })
      .catch(() => undefined)
    if (!answer?.ok) return refuse('wrong')
    const body = (await answer.json()) as { twoFactorRedirect?: boolean }
    return { at: body.twoFactorRedirect ? 'second-factor' : 'enrol', cookies: answer.headers.getSetCookie() }
  }

  /** The code from the person's app, or one of their backup codes. A code is good once. */
  withCode(request: Request, kind: 'totp' | 'backup', code: string): Promise<Step | CodeRefusal> {
    return withCode(this.#entrance, request, kind, code)
  }

  secondStepOf(loginId: string): Promise<SecondStep> {
    return secondStepOf(this.#entrance.pool, loginId)
  }

  /** Whether this session is new enough to set up another second step. */
  isFresh(session: Session): boolean {
    return isFresh(session, this.#entrance.now())
  }

  /** Begins setting up an authenticator app: the address for its QR code, and backup codes shown once. */
  async startTotp(loginId: string): Promise<StartedTotp | Refused<'in-use'>> {
    return startTotp(await this.#entrance.auth.$context, loginId)
  }

  /** The first code from that app. Right, it begins a session of both steps. */
  finishTotp(request: Request, loginId: string, code: string): Promise<Step | CodeRefusal> {
    return finishTotp(this.#entrance, request, loginId, code)
  }

  /** Ends one session. */
  async endSession(token: string): Promise<void> {
    const { rows } = await this.#entrance.pool.query<{ login: string }>(
      'delete from auth.session where token = $1 returning "userId" as login',
      [token],
    )
    if (rows[0]) await this.#tellGone(rows[0].login)
  }

  /** Signs a person out everywhere, at once: every session is looked up anew at each request. */
  async endAllSessions(loginId: string, exceptToken = ''): Promise<void> {
    await this.#entrance.pool.query('delete from auth.session where "userId" = $1 and token <> $2', [
      loginId,
      exceptToken,
    ])
    await this.#tellGone(loginId)
  }

  /** What is open to any person of this login closes, and whoever is still signed in opens it again. */
  async #tellGone(loginId: string): Promise<void> {
    await this.#entrance.pool.query(
      `select pg_notify($1, string_agg($2 || person_id, ' ')) from persons_of_login($3) having count(*) > 0`,
      [channel, goneTopic(''), loginId],
    )
  }

  /** Cookies that forget the session on this device. */
  forgetCookies(): readonly string[] {
    // With them goes for which organisation somebody was here: the next at this device says it anew (people/visitor.ts).
    return [...Object.values(this.#entrance.cookies), agencyCookie].map(forgetting)
  }

  /** A secret for a link that sets a new password, or undefined when nobody has this address. Never say which. */
  requestReset(email: string): Promise<{ token: string } | undefined> {
    return requestReset(this.#entrance, email)
  }

  /** Sets a new password and signs the person out everywhere. Their second step stays as it is. */
  async resetPassword(token: string, password: string): Promise<true | Refused<'link-used'>> {
    const set = await resetPassword(this.#entrance, token, password)
    if (set instanceof Refused) return set
    await this.endAllSessions(set.loginId)
    return true
  }
}
