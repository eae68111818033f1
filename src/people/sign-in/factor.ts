/** How a session came to be, and whether that was both steps. One that was not opens nothing but the second step. */
const whole = {
  password: false,
  /** The organisation's own sign-in, which did not say that it asked for a second step. */
  'sso-alone': false,
  totp: true,
  /** A key on a device, opened by a finger, a face or a PIN: both steps in one. */
  passkey: true,
  sso: true,
} as const

export type Factor = keyof typeof whole

export const isWhole = (factor: Factor): boolean => whole[factor]

export const halfFactors = Object.entries(whole)
  .filter(([, both]) => !both)
  .map(([factor]) => factor)

/** The factor of a session that one of the library's own addresses begins. What it does not know counts for least. */
export function factorOfPath(path: string): Factor {
  if (path.startsWith('/two-factor/')) return 'totp'
  return path.startsWith('/passkey/') ? 'passkey' : 'password'
}
