import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { openPool } from '../../kit/db/index.ts'
import { withinLimit } from '../../kit/limits.ts'
import { type Refused, refuse } from '../../kit/proof.ts'
import { type Auth, type AuthSettings, createAuth } from './auth.ts'
import { type Session, sessionOf, signedToken } from './session.ts'
import { type StartedTotp, startTotp } from './start-totp.ts'

export type { Factor } from './auth.ts'
export { cookieOf, type Session } from './session.ts'

/** What a step of signing in gives: cookies to set, and where the person stands now. */
export interface Step {
  readonly at: 'signed-in' | 'second-factor' | 'enrol'
  readonly cookies: readonly string[]
}

export type SignInRefusal = Refused<'wrong'> | Refused<'too-many'>

const tries = { most: 10, seconds: 900 }

/** Everything staff sign in with. No HTML here: the screens are in people/*.screen.tsx. */
export class SignIn {
  readonly auth: Auth
  readonly pool: pg.Pool
  readonly #settings: Omit<AuthSettings, 'pool'>
  readonly #now: () => Date

  /** `appUrl` is the database as the application's role. */
  constructor(appUrl: string, settings: Omit<AuthSettings, 'pool'>, now: () => Date) {
    const url = new URL(appUrl)
    url.searchParams.set('options', '-c search_path=auth,public')
    this.pool = openPool(url.href, 5, 'lanyard sign-in')
    this.auth = createAuth({ ...settings, pool: this.pool })
    this.#settings = settings
    this.#now = now
  }

  close(): Promise<void> {
    return this.pool.end()
  }

  get ssoName(): string | undefined {
    return this.#settings.oidc?.name
  }

  /** The session behind a request, if it stands. */
  sessionOf(request: Request): Promise<Session | undefined> {
    return sessionOf(this.pool, request, this.#settings.secret, this.#now())
  }

  /** The session's token that a request carries, if we signed it. Whether the session stands is for the database to say. */
  tokenOf(request: Request): string | undefined {
    return signedToken(request, this.#settings.secret)
  }

  /** Makes a login for a person who accepts an invitation. An e-mail address has one login, in however many agencies. */
  async createLogin(email: string, name: string, password: string): Promise<string> {
    const { internalAdapter, password: hasher } = await this.auth.$context
    const known = await internalAdapter.findUserByEmail(email)
    if (known) return known.user.id
    const now = this.#now()
    const user = await internalAdapter.createUser(
      {
        email,
        name,
        emailVerified: true,
        createdAt: now,
        updatedAt: now,
      },
      { method: 'invitation' },
    )
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: await hasher.hash(password),
    })
    return user.id
  }

  /** Whether a login stands for this address already. For the holder of an invitation to it, never for a stranger. */
  async hasLogin(email: string): Promise<boolean> {
    const { internalAdapter } = await this.auth.$context
    return (await internalAdapter.findUserByEmail(email)) !== null
  }

  /** The first step. The same answer, after the same work, for an unknown address and a wrong password. */
  async withPassword(email: string, password: string): Promise<Step | SignInRefusal> {
    const name = email.trim().toLowerCase()
    if (!(await this.#within(`password:${name}`))) return refuse('too-many')
    const answer = await this.auth.api
      .signInEmail({ body: { email: name, password }, asResponse: true })
      .catch(() => undefined)
    if (!answer?.ok) return refuse('wrong')
    const body = (await answer.json()) as { twoFactorRedirect?: boolean }
    return { at: body.twoFactorRedirect ? 'second-factor' : 'enrol', cookies: answer.headers.getSetCookie() }
  }

  /** The code from the person's app, or one of their backup codes. A code is good once. */
  async withCode(request: Request, kind: 'totp' | 'backup', code: string): Promise<Step | SignInRefusal> {
    const asked = { body: { code }, headers: request.headers, asResponse: true } as const
    const answer = await (kind === 'totp'
      ? this.auth.api.verifyTOTP(asked)
      : this.auth.api.verifyBackupCode(asked)
    ).catch(() => undefined)
    if (answer?.status === 429) return refuse('too-many')
    if (!answer?.ok) return refuse('wrong')
    const { user, token } = (await answer.json()) as { user: { id: string }; token: string }
    if (kind === 'totp' && !(await this.#within(`totp:${user.id}:${code}`, { most: 1, seconds: 300 }))) {
      await this.endSession(token)
      return refuse('wrong')
    }
    return { at: 'signed-in', cookies: answer.headers.getSetCookie() }
  }

  /** Begins setting up an authenticator app: the address for its QR code, and backup codes shown once. */
  async startTotp(request: Request): Promise<StartedTotp> {
    const session = await this.sessionOf(request)
    if (!session) throw new Error('a second step is set up by somebody who has given their password')
    return startTotp(await this.auth.$context, session.loginId)
  }

  /** Ends one session. */
  async endSession(token: string): Promise<void> {
    await this.pool.query('delete from auth.session where token = $1', [token])
  }

  /** Signs a person out everywhere, at once: every session is looked up anew at each request. */
  async endAllSessions(loginId: string, exceptToken = ''): Promise<void> {
    await this.pool.query('delete from auth.session where "userId" = $1 and token <> $2', [
      loginId,
      exceptToken,
    ])
  }

  /** Cookies that forget the session on this device. */
  async forgetCookies(): Promise<readonly string[]> {
    return [
      'lanyard.session_token',
      '__Secure-lanyard.session_token',
      'lanyard.two_factor',
      '__Secure-lanyard.two_factor',
    ].map(
      name => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${name.startsWith('__') ? '; Secure' : ''}`,
    )
  }

  /** A secret for a link that sets a new password, or undefined when nobody has this address. Never say which. */
  async requestReset(email: string): Promise<{ token: string } | undefined> {
    const { internalAdapter } = await this.auth.$context
    const name = email.trim().toLowerCase()
    if (!(await this.#within(`reset:${name}`, { most: 3, seconds: 3600 }))) return undefined
    const found = await internalAdapter.findUserByEmail(name)
    if (!found) return undefined
    const token = `${randomUUID()}${randomUUID()}`.replaceAll('-', '')
    const expiresAt = new Date(this.#now().getTime() + 3_600_000)
    await internalAdapter.createVerificationValue({
      identifier: `reset-password:${token}`,
      value: found.user.id,
      expiresAt,
    })
    return { token }
  }

  /** Sets a new password and signs the person out everywhere. Their second factor stays as it is. */
  async resetPassword(token: string, password: string): Promise<true | Refused<'link-used'>> {
    const { internalAdapter, password: hasher } = await this.auth.$context
    const found = await internalAdapter.consumeVerificationValue(`reset-password:${token}`)
    if (!found || found.expiresAt < this.#now()) return refuse('link-used')
    await internalAdapter.updatePassword(found.value, await hasher.hash(password))
    await this.endAllSessions(found.value)
    return true
  }

  #within(key: string, limit = tries): Promise<boolean> {
    return withinLimit(this.pool, key, limit, this.#now())
  }
}
