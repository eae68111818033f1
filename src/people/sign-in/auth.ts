import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type pg from 'pg'
import { cookiePrefix } from './cookies.ts'
import { factorOfPath } from './factor.ts'
import { provider, type SsoSettings, visiting } from './provider.ts'
import { opened } from './verified.ts'

export interface AuthSettings {
  /** Connections whose search path is the schema `auth`, as the application's role. */
  readonly pool: pg.Pool
  readonly secret: string
  /** The public address. Cookies are for https alone when it is https. */
  readonly url: string
  readonly sessionHours: number
  readonly oidc?: SsoSettings | undefined
}

/** The library that keeps sign-ins, set up for Lanyard. docs/decisions/0006-sign-in.md says why each line is so. */
export function createAuth(given: AuthSettings) {
  const { pool, secret, url, sessionHours, oidc } = given
  const secure = url.startsWith('https:')
  return betterAuth({
    appName: 'Lanyard',
    baseURL: url,
    basePath: '/sign-in/library',
    secret,
    database: pool,
    telemetry: { enabled: false },
    // What went wrong, never with what: the rest may hold an address or a token.
    logger: { level: 'error', log: (_, message) => console.error(`sign-in: ${message}`) },
    trustedOrigins: [url],
    advanced: {
      // The prefix __Host- is ours to give: the library knows only __Secure-, which another host of the domain may set.
      cookiePrefix: cookiePrefix(secure),
      useSecureCookies: false,
      defaultCookieAttributes: { secure },
      ipAddress: { disableIpTracking: true },
    },
    // Limits are ours, by account and not by address: a whole school shares one.
    rateLimit: { enabled: false },
    // Whoever reads the table learns no link and no challenge that could be used.
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      // How old a session may be is asked by ourselves, where it matters.
      freshAge: 0,
      additionalFields: {
        factor: { type: 'string', required: true, input: false, defaultValue: 'password' },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, factor: visiting.getStore()?.factor ?? factorOfPath(context?.path ?? '') },
          }),
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      autoSignIn: false,
    },
    // Who an organisation's sign-in is here, organisation.ts decides; the library joins nobody by itself.
    account: { accountLinking: { enabled: false }, updateAccountOnSignIn: false },
    plugins: [
      twoFactor({ issuer: 'Lanyard', totpOptions: { allowPasswordless: true }, allowPasswordless: true }),
      passkey({
        rpName: 'Lanyard',
        rpID: new URL(url).hostname,
        origin: new URL(url).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) => opened(verification.registrationInfo),
        },
        authentication: {
          afterVerification: async ({ verification }) => opened(verification.authenticationInfo),
        },
        advanced: { webAuthnChallengeCookie: 'passkey' },
      }),
      ...(oidc ? [genericOAuth({ config: [provider(oidc, url)] })] : []),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
