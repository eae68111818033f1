import { cookieLine } from '../../kit/cookie.ts'

/** What every cookie of a sign-in is called. The prefix lets no other host and no plain connection plant one. */
export const cookiePrefix = (secure: boolean): string => (secure ? '__Host-lanyard' : 'lanyard')

export interface CookieNames {
  readonly session: string
  /** Stands for somebody who has given a password and still owes the second step. */
  readonly challenge: string
}

export const cookieNames = (secure: boolean): CookieNames => ({
  session: `${cookiePrefix(secure)}.session_token`,
  challenge: `${cookiePrefix(secure)}.two_factor`,
})

/** For which of their organisations somebody is here (people/visitor.ts). It grants nothing by itself. */
export const agencyCookie = 'lanyard.agency'

/** One cookie's value out of a Cookie header, decoded; undefined when it is not there. */
export function cookieOf(request: Request, name: string): string | undefined {
  const found = pairsOf(request).find(([key]) => key === name)
  if (!found) return undefined
  try {
    return decodeURIComponent(found[1])
  } catch {
    return undefined
  }
}

/** A request's headers with these cookies and no others, so that nothing else in the browser decides who this is. */
export function withOnly(request: Request, ...names: readonly string[]): Headers {
  const headers = new Headers(request.headers)
  const kept = pairsOf(request).filter(([key]) => names.includes(key))
  headers.set('cookie', kept.map(([key, value]) => `${key}=${value}`).join('; '))
  return headers
}

function pairsOf(request: Request): [key: string, value: string][] {
  return (request.headers.get('cookie') ?? '').split(';').map(part => {
    const [key = '', ...rest] = part.trim().split('=')
    return [key, rest.join('=')]
  })
}

/** A Set-Cookie line that forgets a cookie on this device. */
export const forgetting = (name: string): string =>
  cookieLine(name, '', { seconds: 0, secure: name.startsWith('__') })
