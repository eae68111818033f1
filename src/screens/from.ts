import { isIP } from 'node:net'
import type { Context } from 'hono'

/** Where a request comes from when nothing says so: this machine itself. */
const here = 'here'

const isHere = (address: string): boolean => address === '::1' || /^(?:::ffff:)?127\./.test(address)

/**
 * The part of the network that a request comes from: 24 bits of an IPv4 address, 48 of an IPv6. For sharing turns fairly, and
 * never for a limit: a whole school has one address. Whoever connects from this machine is the web server in front of Lanyard
 * (docs/operating.md), and is believed about whom it speaks for: the last address that `X-Forwarded-For` names. What anybody else
 * says of themselves is not read.
 */
export function partOfNetwork(context: Context): string {
  const bindings = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const peer = bindings?.incoming?.socket?.remoteAddress
  if (peer !== undefined && !isHere(peer)) return partOf(peer)
  const named = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return partOf(named)
}

/** The part of the network that an address is in. */
export function partOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const kind = isIP(plain)
  if (kind === 4) return plain.split('.').slice(0, 3).join('.')
  if (kind !== 6) return here
  const [head = '', tail] = plain.toLowerCase().split('%')[0]?.split('::') ?? []
  const [before, after] = [head, tail ?? ''].map(half => half.split(':').filter(Boolean)) as [
    string[],
    string[],
  ]
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array<string>(missing).fill('0'), ...after]
  return all
    .slice(0, 3)
    .map(part => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
