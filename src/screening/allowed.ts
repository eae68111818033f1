import { fold } from './fold.ts'
import { isSharedHost } from './links.ts'
import { mailProviders } from './rules-words.ts'

/** What an organisation may give to anybody: its own numbers (as digits), hosts, whole addresses and accounts' names. */
export interface Allowed {
  readonly numbers: readonly string[]
  readonly domains: readonly string[]
  /** Whole addresses, of an organisation whose mail is with a provider that anybody may use. */
  readonly addresses?: readonly string[]
  /** Names on social networks, of an organisation whose page is on one. */
  readonly accounts?: readonly string[]
}

export const nothingAllowed: Allowed = { numbers: [], domains: [] }

/** Numbers that anybody may give to anybody: emergency and helplines (docs: law-now R10 to R12). */
const publicNumbers = [
  '999',
  '112',
  '111',
  '101',
  '08001111',
  '08088005000',
  '08000280285',
  '03443814772',
  '116123',
]

/** Sites of public bodies and of help for children, which anybody may give to anybody. */
const publicHosts =
  'gov.uk gov.wales gov.scot nhs.uk nhs.wales police.uk parliament.uk sch.uk ac.uk bbc.co.uk bbc.com childline.org.uk nspcc.org.uk thinkuknow.co.uk ceopeducation.co.uk iwf.org.uk samaritans.org kooth.com youngminds.org.uk mind.org.uk barnardos.org.uk childnet.com saferinternet.org.uk meiccymru.org papyrus-uk.org'.split(
    ' ',
  )
const everybodys = new Set(publicHosts)
const mostLabels = Math.max(...publicHosts.map(host => host.split('.').length))

/** Whether a site is everybody's to give, or a part of one. */
export function isPublicHost(host: string): boolean {
  let dot = host.length
  for (let label = 0; label < mostLabels && dot > 0; label++) {
    dot = host.lastIndexOf('.', dot - 1)
    if (everybodys.has(host.slice(dot + 1))) return true
  }
  return false
}

/** What an agency's own details allow. What is shared with everybody on a provider or a platform is not its own. */
export function allowedBy(agency: {
  readonly phone: string | null
  readonly out_of_hours: string | null
  readonly email: string | null
  readonly web: string | null
  /** Whatever else it gives to anybody, with numbers and whole addresses among the words. */
  readonly also?: readonly (string | null)[]
}): Allowed {
  const also = agency.also ?? []
  const numbers = [agency.phone, agency.out_of_hours, ...also].flatMap(ownNumbers)
  const email = fold(agency.email ?? '').text.trim()
  const mailHost = email.split('@')[1] ?? ''
  const shared = mailProviders.includes(mailHost.split('.')[0] ?? '')
  const web = agency.web && URL.canParse(agency.web) ? new URL(agency.web) : undefined
  const webHost = (web?.hostname ?? '').toLowerCase().replace(/^www\./, '')
  const sharedSite = isSharedHost(webHost)
  const account = sharedSite ? (web?.pathname.split('/').find(part => part !== '') ?? '').toLowerCase() : ''
  return {
    numbers,
    domains: [shared ? '' : mailHost, sharedSite ? '' : webHost].filter(host => host !== ''),
    addresses: [...(shared ? [email] : []), ...also.flatMap(ownAddresses)],
    accounts: account === '' ? [] : [account],
  }
}

/** The numbers that stand among words: “After 6 pm: 020 7946 0999 ext 12, or the duty manager on …”. */
const ownNumbers = (text: string | null): string[] =>
  (fold(text ?? '').text.match(/\+?\d[\d ()./-]{5,18}\d/g) ?? []).map(number => number.replace(/\D/g, ''))

/** The whole addresses that stand among words. Their hosts are other people's, and are not allowed by it. */
const ownAddresses = (text: string | null): string[] =>
  fold(text ?? '')
    .text.toLowerCase()
    .match(/[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[a-z]{2,}/g) ?? []

/** A number as it is dialled within the UK. */
const national = (digits: string) => digits.replace(/^(?:00)?440?(?=\d{9,10}$)/, '0')

/** Whether a number is the organisation's own or everybody's, in whatever way either is written. */
export function isOwnNumber(digits: string, { numbers }: Allowed): boolean {
  const dialled = national(digits)
  return (
    numbers.some(own => isSame(own, national(own), digits, dialled)) ||
    publicDialled.some(([own, nationally]) => isSame(own, nationally, digits, dialled))
  )
}

const publicDialled = publicNumbers.map(own => [own, national(own)] as const)

const isSame = (own: string, nationally: string, digits: string, dialled: string): boolean =>
  own === digits ||
  nationally === dialled ||
  (digits.length >= 6 && digits.length < own.length && own.endsWith(digits))

export const isOwnHost = (host: string, { domains }: Allowed): boolean =>
  domains.some(own => host === own || host.endsWith(`.${own}`) || own === `www.${host}`)

export const isOwnAddress = (local: string, host: string, allowed: Allowed): boolean =>
  isOwnHost(host, allowed) || (allowed.addresses ?? []).some(own => own === `${local}@${host}`)

export const isOwnAccount = (name: string, { accounts = [] }: Allowed): boolean =>
  accounts.some(own => name.replace(/^@/, '') === own)
