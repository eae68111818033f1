import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type pg from 'pg'

export interface AuthSettings {
  /** Connections whose search path is the schema `auth`, as the application's role. */
  readonly pool: pg.Pool
  readonly secret: string
  /** The public address. Cookies are for https alone when it is https. */
  readonly url: string
  readonly sessionHours: number
  readonly oidc?: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined
}

/** How a session came to be. A session by password alone opens nothing but the second factor. */
export type Factor = 'password' | 'totp' | 'passkey' | 'sso'

const factorOfPath = (path: string): Factor => {
  if (path.startsWith('/two-factor/')) return 'totp'
  if (path.startsWith('/passkey/')) return 'passkey'
  return path.startsWith('/oauth2/') || path.startsWith('/callback/') ? 'sso' : 'password'
}

/** The library that keeps sign-ins, set up for Lanyard. docs/decisions/0003-sign-in.md says why each line is so. */
export function createAuth(given: AuthSettings) {
  const { pool, secret, url, sessionHours, oidc } = given
  return betterAuth({
    appName: 'Lanyard',
    baseURL: url,
    basePath: '/sign-in/library',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    trustedOrigins: [url],
    advanced: {
      cookiePrefix: 'lanyard',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    // Limits are ours, by account and not by address: a whole school shares one.
    rateLimit: { enabled: false },
    session: {
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: {
        factor: { type: 'string', required: true, input: false, defaultValue: 'password' },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, factor: factorOfPath(context?.path ?? '') },
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
    account: { accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: false } },
    plugins: [
      twoFactor({ issuer: 'Lanyard', totpOptions: { allowPasswordless: true }, allowPasswordless: true }),
      passkey({ rpName: 'Lanyard', rpID: new URL(url).hostname, origin: new URL(url).origin }),
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'organisation',
                  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  disableImplicitSignUp: true,
                  disableSignUp: true,
                },
              ],
            }),
          ]
        : []),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
