import { AsyncLocalStorage } from 'node:async_hooks'
import { type Claims, claimsOf } from './claims.ts'
import type { Factor } from './factor.ts'

export interface SsoSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly name: string
  /** `said`: a sign-in is in two steps where it says so itself. `always`: every one is, the organisation answers for it. */
  readonly twoSteps: 'said' | 'always'
  /** The e-mail domains it may speak for. None means any. */
  readonly domains: readonly string[]
}

/** The library's name for it. One installation has one. */
export const providerId = 'organisation'

export const backAddress = '/sign-in/organisation/back'

/** One return from the organisation's sign-in, while the library handles it. */
export interface Visiting {
  /** Asked once the claims are verified and before the library looks anybody up. False ends it there. */
  readonly decide: (claims: Claims) => Promise<boolean>
  factor?: Factor
}

/** How the library's own calls reach the visit they belong to. */
export const visiting = new AsyncLocalStorage<Visiting>()

/** The provider, as the library's plugin takes it: code flow with PKCE, state and nonce, ID token verified or nothing. */
export const provider = (given: SsoSettings, url: string) => ({
  providerId,
  discoveryUrl: discovery(given.issuer),
  requireIdTokenVerification: true,
  clientId: given.clientId,
  clientSecret: given.clientSecret,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  redirectURI: `${url}${backAddress}`,
  disableSignUp: true,
  disableImplicitSignUp: true,
  getUserInfo: async (tokens: { idToken?: string | undefined; accessToken?: string | undefined }) => {
    // Without an ID token nothing was signed: nobody has been vouched for.
    if (!tokens.idToken) return null
    const raw = payloadOf(tokens.idToken)
    if (!raw.email && tokens.accessToken) {
      const more = await userInfo(given.issuer, tokens.accessToken)
      if (more.sub === raw.sub) Object.assign(raw, { email: more.email, email_verified: more.email_verified })
    }
    const claims = claimsOf(raw)
    const visit = visiting.getStore()
    if (!claims.sub || !visit || !(await visit.decide(claims))) return null
    // The library asks for an address; who it is was decided by `sub`, and the address is not looked at again.
    return { sub: claims.sub, id: claims.sub, email: claims.email ?? 'none', emailVerified: false, name: '' }
  },
})

const discovery = (issuer: string) => `${issuer}/.well-known/openid-configuration`

/** A token's claims. The library has verified the token before this is asked. */
function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

/** What the provider says at its userinfo address, for those that keep the e-mail address out of the token. */
async function userInfo(issuer: string, accessToken: string): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(10_000)
  const found = (await (await fetch(discovery(issuer), { signal })).json()) as { userinfo_endpoint?: string }
  if (!found.userinfo_endpoint) return {}
  const answer = await fetch(found.userinfo_endpoint, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    signal,
  })
  return answer.ok ? ((await answer.json()) as Record<string, unknown>) : {}
}
