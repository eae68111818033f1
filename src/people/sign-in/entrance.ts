import type pg from 'pg'
import type { Auth } from './auth.ts'
import type { CookieNames } from './cookies.ts'

/** What every step of signing in stands on. */
export interface Entrance {
  readonly auth: Auth
  /** Connections in the schema `auth`. */
  readonly pool: pg.Pool
  readonly secret: string
  readonly url: string
  readonly secure: boolean
  readonly cookies: CookieNames
  readonly now: () => Date
}

/** What a step of signing in gives: cookies to set, and where the person stands now. */
export interface Step {
  readonly at: 'signed-in' | 'second-factor' | 'enrol'
  readonly cookies: readonly string[]
}

/** The session that an answer of the library's has just begun, by its own cookie. */
export function begunIn({ cookies: names }: Entrance, cookies: readonly string[]): string | undefined {
  const line = cookies.find(one => one.startsWith(`${names.session}=`))
  const value = decodeURIComponent(line?.slice(names.session.length + 1).split(';')[0] ?? '')
  return value.slice(0, value.lastIndexOf('.')) || undefined
}
