import { type Address, takesLarge } from './address.ts'

/** How many large files are taken at the same moment, whoever sends them: each is held in memory while it is looked at. */
const mostLarge = 8

/** Given back when what was begun is over. */
export type Turn = () => void

const underWay = new Map<string, number>()

function begin(key: string, most: number): Turn | undefined {
  const before = underWay.get(key) ?? 0
  if (before >= most) return undefined
  underWay.set(key, before + 1)
  return () => {
    const now = (underWay.get(key) ?? 1) - 1
    if (now > 0) underWay.set(key, now)
    else underWay.delete(key)
  }
}

/**
 * A turn at an address whose answers cost more than a page does. One person has so many at a time as the address says, and
 * one large file, so that nobody keeps everybody waiting; and no more than a few large files are taken at once from all.
 * Undefined where there is none to be had now. Asked before anything that was sent is read.
 */
export function takeTurn(address: Address, method: string, who: string): Turn | undefined {
  const isLarge = method === 'POST' && takesLarge(address)
  const most = isLarge ? 1 : address.atOnce
  if (most === undefined) return () => {}
  const own = begin(`${who} ${isLarge ? 'large' : address.pattern}`, most)
  if (!own || !isLarge) return own
  const all = begin('large', mostLarge)
  if (!all) {
    own()
    return undefined
  }
  return () => {
    own()
    all()
  }
}
