import { generateRandomString } from 'better-auth/crypto'
import type pg from 'pg'
import { cookieLine } from '../../kit/cookie.ts'
import { withinLimit } from '../../kit/limits.ts'
import { type Refused, refuse } from '../../kit/proof.ts'
import { spend } from '../../kit/spend.ts'
import { withOnly } from './cookies.ts'
import { cookiesOf, type Entrance, type Step } from './entrance.ts'
import { halfFactors } from './factor.ts'
import { signed } from './session.ts'

/** What a login has for its second step. */
export interface SecondStep {
  readonly app: boolean
  readonly passkeys: number
  /** Whether anything stands: a password alone then opens nothing, not even the page that would set up another. */
  readonly any: boolean
}

export async function secondStepOf(pool: pg.Pool, loginId: string): Promise<SecondStep> {
  const { rows } = await pool.query({
    name: 'second-step-of',
    text: `select coalesce(bool_or(t.verified), false) as app,
        (select count(*)::int from auth.passkey k where k."userId" = $1) as passkeys
      from auth."twoFactor" t where t."userId" = $1`,
    values: [loginId],
  })
  const { app, passkeys } = rows[0] as { app: boolean; passkeys: number }
  return { app, passkeys, any: app || passkeys > 0 }
}

/** How long a code stays refused once it was used. It is good for 90 seconds: its own thirty, and those on either side. */
const spentFor = 300
const triesAtSetUp = { most: 10, seconds: 900 }

export type CodeRefusal = Refused<'wrong'> | Refused<'too-many'>

/**
 * The code from the person's app, or one of their backup codes, after their password. Who it is comes from the cookie
 * that the password step set and from no other: a session that somebody else left in this browser counts for nothing.
 */
export async function withCode(
  entrance: Entrance,
  request: Request,
  kind: 'totp' | 'backup',
  code: string,
): Promise<Step | CodeRefusal> {
  const { auth, cookies } = entrance
  const asked = { body: { code }, headers: withOnly(request, cookies.challenge), asResponse: true } as const
  const answer = await (kind === 'totp'
    ? auth.api.verifyTOTP(asked)
    : auth.api.verifyBackupCode(asked)
  ).catch(() => undefined)
  return afterCode(entrance, answer, kind === 'totp' ? code : undefined)
}

/** The first code from an app that is being set up, by whoever gave their password a page ago. */
export async function finishTotp(
  entrance: Entrance,
  request: Request,
  loginId: string,
  code: string,
): Promise<Step | CodeRefusal> {
  const { auth, cookies, pool, now } = entrance
  // An app in use is never asked from here: it would say without limit whether a guessed code is right.
  if ((await secondStepOf(pool, loginId)).app) return refuse('wrong')
  if (!(await withinLimit(pool, `set-up:${loginId}`, triesAtSetUp, now()))) return refuse('too-many')
  const headers = withOnly(request, cookies.session)
  const answer = await auth.api
    .verifyTOTP({ body: { code }, headers, asResponse: true })
    .catch(() => undefined)
  const step = await afterCode(entrance, answer, code)
  if ('at' in step) await endHalfSessions(pool, loginId)
  return step
}

async function afterCode(
  entrance: Entrance,
  answer: Response | undefined,
  once: string | undefined,
): Promise<Step | CodeRefusal> {
  const { pool, now } = entrance
  if (answer?.status === 429) return refuse('too-many')
  if (!answer?.ok) return refuse('wrong')
  const { user, token } = (await answer.json()) as { user: { id: string }; token: string }
  if (once !== undefined && !(await spend(pool, `totp:${user.id}:${once}`, spentFor, now()))) {
    await pool.query('delete from auth.session where token = $1', [token])
    return refuse('wrong')
  }
  return { at: 'signed-in', cookies: cookiesOf(entrance, answer) }
}

/** Ends sessions that stopped halfway: once a second step stands, none of them may set up another. */
export async function endHalfSessions(pool: pg.Pool, loginId: string): Promise<void> {
  await pool.query('delete from auth.session where "userId" = $1 and factor = any($2)', [
    loginId,
    halfFactors,
  ])
}

/** Asks for the second step, as the library does after a password: the same rows, the same cookie, ten minutes. */
export async function challenge(entrance: Entrance, loginId: string): Promise<Step> {
  const { auth, secret, secure, cookies } = entrance
  const { internalAdapter } = await auth.$context
  const seconds = 600
  const identifier = `2fa-${generateRandomString(20)}`
  const expiresAt = new Date(Date.now() + seconds * 1000)
  await internalAdapter.createVerificationValue({ identifier, value: loginId, expiresAt })
  await internalAdapter.createVerificationValue({
    identifier: `2fa-attempts-${identifier}`,
    value: '0',
    expiresAt,
  })
  const value = encodeURIComponent(signed(identifier, secret))
  return { at: 'second-factor', cookies: [cookieLine(cookies.challenge, value, { seconds, secure })] }
}
