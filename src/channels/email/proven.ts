import type { authenticate as authenticates, DNSResolver } from 'mailauth'

/** How DNS is asked: `dns.promises.resolve`, unless a test has answers of its own. */
export type Resolver = DNSResolver

/** Between whom a mail went, as far as our own mail server says: its word is taken, and nobody else's. */
export interface Envelope {
  readonly from: string
  /** The network address it came from, when the mail server said (XFORWARD). */
  readonly ip: string | undefined
  readonly helo: string | undefined
}

/**
 * The one address that a mail is proven to come from, in small letters; undefined where nothing proves it. It is proven by
 * the domain of its From: signed by it (DKIM) over the whole of its words, or sent from where it says that its mail comes
 * from (SPF, RFC 7208); aligned as DMARC (RFC 7489) has it. A domain that says nothing of DMARC is held to the same.
 */
export async function provenSender(
  raw: Buffer,
  { from, ip, helo }: Envelope,
  about: { readonly mta: string; readonly resolver: Resolver },
): Promise<string | undefined> {
  // Read with the first mail: a start would wait for it otherwise.
  const { authenticate } = await import('mailauth')
  const { dkim, spf, dmarc } = await authenticate(raw, {
    sender: from,
    ...(ip ? { ip, helo: helo ?? ip } : {}),
    mta: about.mta,
    resolver: about.resolver,
    disableArc: true,
    disableBimi: true,
  })
  const addresses = [dkim?.headerFrom ?? []].flat()
  const [address = ''] = addresses
  if (addresses.length !== 1) return undefined
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const signed = (dkim?.results ?? []).some(
    ({ status }) => status.result === 'pass' && Boolean(status.aligned) && !status.underSized,
  )
  const sent = spf !== false && spf?.status.result === 'pass' && spf.domain?.toLowerCase() === domain
  const policy = dmarc === false ? 'none' : dmarc?.status.result
  const proven = policy === 'pass' ? signed || sentAligned(dmarc) : policy === 'none' && (signed || sent)
  return proven ? address.toLowerCase() : undefined
}

/** Whether it was sent from where a domain of the same organisation says: DMARC's own reckoning. */
const sentAligned = (dmarc: Awaited<ReturnType<typeof authenticates>>['dmarc']): boolean =>
  dmarc !== false && dmarc !== undefined && Boolean(dmarc.alignment?.spf?.result)
