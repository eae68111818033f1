import { createHmac, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import { cookieOf } from './cookies.ts'
import type { Factor } from './factor.ts'

/** A sign-in that stands: whose it is and how it was come by. */
export interface Session {
  readonly loginId: string
  readonly token: string
  readonly factor: Factor
  readonly startedAt: Date
}

/** A second step is added soon after signing in, so that a computer left open does not give a stranger one of their own. */
const freshFor = 3600_000

export const isFresh = ({ startedAt }: Session, now: Date): boolean =>
  now.getTime() - startedAt.getTime() < freshFor

const macOf = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest()

/** A cookie's value as the library signs it: `<text>.<HMAC-SHA-256 of it, base64>`. */
export const signed = (text: string, secret: string): string =>
  `${text}.${macOf(text, secret).toString('base64')}`

/** What the cookie carries, if it is one that we signed. */
export function signedCookie(request: Request, name: string, secret: string): string | undefined {
  const value = cookieOf(request, name)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return undefined
  const text = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const right = macOf(text, secret)
  return given.length === right.length && timingSafeEqual(given, right) ? text : undefined
}

/**
 * The session behind a token, looked up each time, so that ending it takes effect at once.
 * One indexed query of our own in place of the library's two.
 */
export async function sessionOf(pool: pg.Pool, token: string, now: Date): Promise<Session | undefined> {
  const { rows } = await pool.query({
    name: 'session-of',
    text: 'select "userId" as login, factor, "createdAt" as at from auth.session where token = $1 and "expiresAt" > $2',
    values: [token, now],
  })
  const row = rows[0] as { login: string; factor: Factor; at: Date } | undefined
  return row && { loginId: row.login, token, factor: row.factor, startedAt: row.at }
}
