import { fold } from './fold.ts'
import { digitRuns } from './numbers.ts'

/** What an organisation may give to anybody: what is its own. */
export interface Allowed {
  /** Its telephone numbers, as digits. */
  readonly numbers: readonly string[]
  /** Domains of which every address and page is its own. */
  readonly domains: readonly string[]
  /** Single addresses and pages on domains that others share: `club@gmail.com`, `facebook.com/riverside`. */
  readonly names: readonly string[]
}

/** Where anybody may have an address or a page, so that one of them being the organisation's says nothing of the next. */
const shared =
  /(?:^|\.)(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|sky|talktalk|virginmedia|proton|protonmail|gmx|mail|facebook|fb|instagram|twitter|x|tiktok|snapchat|youtube|linkedin|linktr|sites\.google)\.(?:com|co\.uk|net|me|uk|ee)$/

/** What an agency's own details allow. Out of hours may be words around a number. */
export function allowedBy(agency: {
  readonly phone: string | null
  readonly out_of_hours: string | null
  readonly email: string | null
  readonly web: string | null
}): Allowed {
  const numbers = [agency.phone, agency.out_of_hours].flatMap(text =>
    digitRuns(fold(text ?? '')).map(({ digits }) => digits),
  )
  const address = agency.email?.toLowerCase() ?? ''
  const page = (agency.web ?? '').toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/+$/g, '')
  const own = [
    { domain: address.split('@')[1] ?? '', name: address },
    { domain: page.split(/[/?#:]/)[0] ?? '', name: page },
  ].filter(({ domain }) => domain.includes('.'))
  return {
    numbers,
    domains: own.filter(({ domain }) => !shared.test(domain)).map(({ domain }) => domain),
    names: own.filter(({ domain, name }) => shared.test(domain) && name !== domain).map(({ name }) => name),
  }
}

export const isOwnAddress = (local: string, domain: string, { domains, names }: Allowed): boolean =>
  domains.some(own => domain === own || domain.endsWith(`.${own}`)) || names.includes(`${local}@${domain}`)

/** Whether an account or a link to one, as it was written, is the organisation's. */
export const isOwnPage = (text: string, { domains, names }: Allowed): boolean =>
  domains.some(own => text.includes(own)) ||
  names.some(own => text === own || (text.startsWith(own) && /[/?#]/.test(text[own.length] ?? '')))
