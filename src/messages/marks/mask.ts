import type { Kept } from '../screened.ts'

/** What stands in the place of a detail, by the rule that found it. */
const masked: Readonly<Partial<Record<Kept['rule'], string>>> = {
  'personal-number': 'a phone number',
  'personal-email': 'an email address',
  'personal-account': 'an account',
  'personal-page': 'a personal page',
  'home-address': 'an address',
  place: 'an address',
  'own-secret': 'a password or PIN',
  secret: 'a password or PIN',
}

/** The words of a message as the staff read them: each personal detail is named and not shown. The stored words are whole. */
export function maskWords(body: string, found: readonly Kept[]): string {
  let words = ''
  let at = 0
  for (const { from, to, rule } of [...found].sort((a, b) => a.from - b.from)) {
    if (to <= at) continue
    words += `${body.slice(at, Math.max(at, from))}[${masked[rule] ?? 'a personal detail'}: ask your manager]`
    at = to
  }
  return words + body.slice(at)
}
