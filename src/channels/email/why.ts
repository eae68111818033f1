import type { WhyFailed } from '../rules.ts'

/** Why a mail was refused, by the enhanced status code (RFC 3463) that a server gives. */
export function whyOf(says: string): WhyFailed {
  const [, status = ''] = /\b(5\.\d{1,3}\.\d{1,3})\b/.exec(says) ?? []
  if (/^5\.1\.\d+$/.test(status)) return 'no-such-address'
  return status === '5.2.2' ? 'full' : 'refused-there'
}
