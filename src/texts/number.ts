/**
 * A telephone number as the whole world writes it (E.164): `+447700900123`. As people here write one: with spaces, brackets,
 * a (0) in the middle, 00 before the country. Undefined for what is none. The database does the same: db/migrations/0065-texts.sql.
 */
export function e164(typed: string | null | undefined): string | undefined {
  const bare = (typed ?? '').replace(/[^\d+]/g, '')
  const whole = bare
    .replace(/^00/, '+')
    .replace(/^0/, '+44')
    .replace(/^44(?=\d{10}$)/, '+44')
    .replace(/^\+440/, '+44')
  return /^\+[1-9]\d{7,14}$/.test(whole) ? whole : undefined
}
