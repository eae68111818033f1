import { type Allowed, allowedBy } from '../screening/index.ts'

/** What a name that may be given is: each is allowed in its own way. */
export const nameKinds = {
  number: 'A telephone number',
  email: 'An email address',
  site: 'A site, with every page and address on it',
  page: 'A page on a site that anybody may use',
  account: 'An account name',
} as const
export type NameKind = keyof typeof nameKinds

const nothing = { phone: null, out_of_hours: null, email: null, web: null }
/** Ends of hosts that are many organisations’, and nobody’s own. */
const endings = new Set(['co', 'org', 'me', 'ltd', 'plc', 'net', 'ac', 'sch', 'gov', 'nhs', 'police', 'com'])

/** What somebody typed as a name that may be given: what it is, and what it allows. Undefined where it is none of these. */
export function nameOf(
  typed: string,
): { readonly kind: NameKind; readonly allows: Required<Allowed> } | undefined {
  const name = typed.trim()
  if (/^@[\w.-]{3,40}$/.test(name))
    return { kind: 'account', allows: { ...none, accounts: [name.slice(1).toLowerCase()] } }
  if (name.includes('@')) return allowing('email', { also: [name] }, ({ addresses }) => addresses)
  if (/^[+\d][\d ()./-]*$/.test(name)) return allowing('number', { phone: name }, ({ numbers }) => numbers)
  return siteOf(name)
}

function siteOf(name: string): ReturnType<typeof nameOf> {
  const web = /^https?:\/\//i.test(name) ? name : `https://${name}`
  if (!URL.canParse(web) || /\s/.test(name)) return undefined
  const host = new URL(web).hostname.replace(/^www\./, '')
  const labels = host.split('.')
  if (!/\.[a-z]{2,}$/.test(host) || (labels.length === 2 && endings.has(labels[0] ?? ''))) return undefined
  // A provider that anybody may have their mail with is nobody’s own site.
  if (allowedBy({ ...nothing, email: `somebody@${host}` }).domains.length === 0) return undefined
  return (
    allowing('page', { web }, ({ accounts }) => accounts) ??
    allowing('site', { web }, ({ domains }) => domains)
  )
}

const none: Required<Allowed> = { numbers: [], domains: [], addresses: [], accounts: [] }

function allowing(
  kind: NameKind,
  about: Partial<Parameters<typeof allowedBy>[0]>,
  what: (allows: Allowed) => readonly string[] | undefined,
): ReturnType<typeof nameOf> {
  const allows = { ...none, ...allowedBy({ ...nothing, ...about }) }
  return what(allows)?.length === 1 ? { kind, allows } : undefined
}

/** Several lists of what may be given, as one. */
export const together = (some: readonly Allowed[]): Required<Allowed> => ({
  numbers: some.flatMap(one => one.numbers),
  domains: some.flatMap(one => one.domains),
  addresses: some.flatMap(one => one.addresses ?? []),
  accounts: some.flatMap(one => one.accounts ?? []),
})
