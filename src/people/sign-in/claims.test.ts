import { expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { claimsOf, saysTwoSteps } from './claims.ts'

test.each<[two: boolean, claims: { amr?: unknown; acr?: unknown }]>([
  [true, { amr: ['mfa'] }],
  [true, { amr: ['pwd', 'otp'] }],
  [true, { amr: ['hwk', 'pin'] }],
  [true, { acr: 'https://refeds.org/profile/mfa' }],
  [false, {}],
  [false, { amr: ['pwd'] }],
  [false, { amr: ['otp', 'hwk'] }],
  [false, { amr: ['pwd', 'pin'] }],
  [false, { amr: ['pwd', 'sms'] }],
  [false, { amr: ['pwd', 'constructor'] }],
  [false, { amr: 'mfa' }],
  [false, { acr: '0' }],
])('two steps: %s for %j', (two, claims) => {
  expect(saysTwoSteps(claimsOf({ sub: 'x', ...claims }))).toBe(two)
})

test('only a plain true, or the word, says that an address was verified', () => {
  const verified = [true, 'true', 'yes', 1, undefined].map(
    email_verified => claimsOf({ sub: 'x', email: 'a@b.example', email_verified }).emailVerified,
  )
  expect(verified).toEqual([true, true, false, false, false])
})

test('the organisation’s sign-in is believed about two steps only where it says so, unless the settings say otherwise', () => {
  const set = {
    LANYARD_OIDC_ISSUER: 'https://id.example.org/',
    LANYARD_OIDC_CLIENT_ID: 'a',
    LANYARD_OIDC_CLIENT_SECRET: 'b',
  }
  expect(readConfig(set).oidc).toMatchObject({
    issuer: 'https://id.example.org',
    twoSteps: 'said',
    domains: [],
  })
  const domains = { ...set, LANYARD_OIDC_DOMAINS: 'Example.org, example.net' }
  expect(readConfig(domains).oidc?.domains).toEqual(['example.org', 'example.net'])
  expect(() => readConfig({ ...set, LANYARD_OIDC_DOMAINS: '@example' })).toThrow(/LANYARD_OIDC_DOMAINS/)
  expect(() => readConfig({ ...set, LANYARD_OIDC_TWO_STEPS: 'never' })).toThrow(/said or always/)
})
