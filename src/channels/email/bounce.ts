import type { Told } from '../settle.ts'
import { whyOf } from './why.ts'

/**
 * What a report of a mail server says of a delivery (RFC 3464): that it failed for good, or is there. Undefined for what
 * changes nothing: it is late, or was handed on.
 */
export function toldBy(report: string): Told | undefined {
  const [, action = ''] = /^action:\s*([a-z]+)/im.exec(report.slice(0, 20_000)) ?? []
  if (action.toLowerCase() === 'delivered') return { state: 'delivered' }
  if (action.toLowerCase() !== 'failed') return undefined
  const [, status = ''] = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(report.slice(0, 20_000)) ?? []
  const why = whyOf(status)
  return { state: 'returned', why: why === 'refused-there' ? 'returned' : why }
}
