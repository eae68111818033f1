import { createHmac, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import type { Factor } from './auth.ts'

/** A sign-in that stands: whose it is and how it was come by. */
export interface Session {
  readonly loginId: string
  readonly token: string
  readonly factor: Factor
}

const cookieNames = ['__Secure-lanyard.session_token', 'lanyard.session_token']

/** One cookie's value out of a Cookie header, decoded; undefined when it is not there. */
export function cookieOf(request: Request, name: string): string | undefined {
  const header = request.headers.get('cookie') ?? ''
  for (const part of header.split(';')) {
    const [key, ...rest] = part.trim().split('=')
    if (key !== name) continue
    try {
      return decodeURIComponent(rest.join('='))
    } catch {
      return undefined
    }
  }
  return undefined
}

/** The session's token if the cookie carries one that we signed: `<token>.<HMAC-SHA-256 of it, base64>`. */
export function signedToken(request: Request, secret: string): string | undefined {
  const value = cookieNames.map(name => cookieOf(request, name)).find(found => found !== undefined)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

/**
 * The session behind a request, looked up each time, so that ending it takes effect at once.
 * One indexed query of our own in place of the library's two.
 */
export async function sessionOf(
  pool: pg.Pool,
  request: Request,
  secret: string,
  now: Date,
): Promise<Session | undefined> {
  const token = signedToken(request, secret)
  if (!token) return undefined
  const { rows } = await pool.query({
    name: 'session-of',
    text: 'select "userId" as login, factor from auth.session where token = $1 and "expiresAt" > $2',
    values: [token, now],
  })
  const row = rows[0] as { login: string; factor: Factor } | undefined
  return row && { loginId: row.login, token, factor: row.factor }
}
