/** What the organisation's own sign-in says of somebody: verified by its signature, its audience and our nonce. */
export interface Claims {
  /** Who they are there, for good. An address may pass to somebody else; this may not. */
  readonly sub: string
  readonly email: string | undefined
  readonly emailVerified: boolean
  readonly amr: readonly string[]
  readonly acr: string | undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

/** The claims out of what was sent. Only a plain true, or the word, says that an address was verified. */
export const claimsOf = (raw: Readonly<Record<string, unknown>>): Claims => ({
  sub: text(raw.sub) ?? '',
  email: text(raw.email)?.trim().toLowerCase(),
  emailVerified: raw.email_verified === true || raw.email_verified === 'true',
  amr: Array.isArray(raw.amr) ? raw.amr.filter(one => typeof one === 'string') : [],
  acr: text(raw.acr),
})

/** What each method of RFC 8176 proves. A code by telephone is left out: a number can be taken over. */
const proves: ReadonlyMap<string, string> = new Map([
  ['pwd', 'what is known'],
  ['pin', 'what is known'],
  ['otp', 'what is held'],
  ['hwk', 'what is held'],
  ['swk', 'what is held'],
  ['sc', 'what is held'],
  ['fpt', 'who it is'],
  ['face', 'who it is'],
  ['iris', 'who it is'],
  ['retina', 'who it is'],
])

/** Classes that mean two steps wherever they are used: REFEDS MFA, OpenID's phishing-resistant two, the older PAPE. */
const strongClasses: ReadonlySet<string> = new Set([
  'https://refeds.org/profile/mfa',
  'phr',
  'phrh',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
])

/** Whether this sign-in was in two steps, as far as it says: `mfa`, two methods that prove different things, or a class. */
export function saysTwoSteps({ amr, acr }: Pick<Claims, 'amr' | 'acr'>): boolean {
  if (amr.includes('mfa') || (acr !== undefined && strongClasses.has(acr))) return true
  return new Set(amr.map(method => proves.get(method)).filter(Boolean)).size > 1
}
