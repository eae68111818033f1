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

/** How long a cookie outlasts the session it stood for: long enough to know whose form it is that comes too late. */
export const graceHours = 12

/** What an answer of the library's sets, with the session's cookie outlasting the session. It opens nothing then. */
export const cookiesOf = ({ cookies: names }: Entrance, answer: Response): string[] =>
  answer.headers
    .getSetCookie()
    .map(line =>
      line.startsWith(`${names.session}=`)
        ? line.replace(/Max-Age=([1-9]\d*)/i, (_, age) => `Max-Age=${Number(age) + graceHours * 3600}`)
        : line,
    )

/** The session that an answer of the library's has just begun, by its own cookie. */
export function begunIn({ cookies: names }: Entrance, cookies: readonly string[]): string | undefined {
  const line = cookies.find(one => one.startsWith(`${names.session}=`))
  const value = decodeURIComponent(line?.slice(names.session.length + 1).split(';')[0] ?? '')
  return value.slice(0, value.lastIndexOf('.')) || undefined
}
