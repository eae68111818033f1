/** What an organisation may give to anybody, in small letters. */
export interface Allowed {
  /** Its telephone numbers, as digits. */
  readonly numbers: readonly string[]
  /** Its own email addresses. At a provider where anybody has one, no other address of that domain is its own. */
  readonly addresses: readonly string[]
  /** Domains that are its own alone: every address and page of one is. */
  readonly domains: readonly string[]
  /** Its own pages where anybody has one, without what stands before the host. */
  readonly pages: readonly string[]
}

export const nothingAllowed: Allowed = { numbers: [], addresses: [], domains: [], pages: [] }

/** Numbers that anybody may give to anybody: emergency and helplines (docs: law-now R10 to R12). */
const publicNumbers = ['999', '112', '111', '101', '08001111', '08088005000', '08000280285', '03443814772']

/**
 * Domains under which anybody has an address or a page: that an organisation has one there says nothing of the next. It
 * is a list, and no list has them all.
 */
const everybodys =
  /^(?:(?:.+\.)?(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|proton|protonmail|pm|gmx|mail|web|zoho|fastmail|hey|tutanota|btinternet|btconnect|sky|talktalk|virginmedia|ntlworld|blueyonder|tiscali|plus|orange|instagram|facebook|fb|snapchat|tiktok|twitter|x|t|wa|whatsapp|discord|telegram|linkedin|youtube|twitch|linktr|bsky|threads)\.(?:com|co\.uk|uk|net|org|me|ee|gg|tv|app|de|fr|ie|eu)|sites\.google\.com|.+\.(?:wordpress|blogspot|wixsite|weebly)\.com)$/

/** What an agency's own details allow. */
export function allowedBy(agency: {
  readonly phone: string | null
  readonly out_of_hours: string | null
  readonly email: string | null
  readonly web: string | null
}): Allowed {
  // A number may stand among words: “After 6 pm: 020 7946 0999, or the duty manager on …”.
  const numbers = [agency.phone, agency.out_of_hours].flatMap(text =>
    (text?.match(/\+?\d[\d ()-]{7,18}\d/g) ?? []).map(number => number.replace(/\D/g, '')),
  )
  const address = agency.email?.trim().toLowerCase() ?? ''
  const web = agency.web && URL.canParse(agency.web) ? new URL(agency.web) : undefined
  const host = web?.hostname.toLowerCase().replace(/^www\./, '') ?? ''
  const path = web?.pathname.toLowerCase().replace(/\/$/, '') ?? ''
  return {
    numbers,
    addresses: address ? [address] : [],
    domains: [address.split('@')[1] ?? '', host].filter(domain => domain && !everybodys.test(domain)),
    pages: everybodys.test(host) && path ? [host + path] : [],
  }
}

export const isUnder = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`)

/** Says of numbers, as digits, whether they may be given. */
export function numbersAllowed({ numbers }: Allowed): (digits: string) => boolean {
  const own = new Set([...numbers, ...publicNumbers].map(national))
  return digits => own.has(national(digits))
}

const national = (digits: string) => digits.replace(/^(?:00)?440?(?=[1-9]\d{8})/, '0')

/** Whether an account or a link, as it was written, is the organisation's own. */
export function isOwnSite(text: string, { domains, pages }: Allowed): boolean {
  const last = text
    .split(/[\s:=@]+/)
    .at(-1)
    ?.replace(/[).,;!?'"/]+$/, '')
  if (!last) return false
  const host = last.split(/[/?#]/)[0] ?? ''
  const page = (last.split(/[?#]/)[0] ?? '').replace(/^www\./, '')
  return (
    domains.some(own => isUnder(host, own)) || pages.some(own => page === own || page.startsWith(`${own}/`))
  )
}
