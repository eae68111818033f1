import canonicalize from 'canonicalize'
import { Malformed } from './malformed.ts'

/**
 * Plain data as canonical JSON (RFC 8785): one text for one value, so that a hash of it means something.
 * Throws Malformed for what JSON cannot say exactly: NaN, Infinity, undefined (also inside), functions, symbols, bigints,
 * lone surrogates, holes in arrays, cycles, and objects that are not plain (a Date must be made text first).
 */
export function canonical(value: unknown): string {
  const text = written(value)
  refuseUnplain(value)
  if (text === undefined) throw new Malformed('value', 'undefined has no JSON')
  return text
}

function written(value: unknown): string | undefined {
  try {
    return canonicalize(value)
  } catch (error) {
    throw new Malformed('value', error instanceof Error ? error.message : 'cannot be written')
  }
}

/** The library leaves out what JSON cannot hold; here that is refused. It has refused cycles before, so this ends. */
function refuseUnplain(value: unknown): void {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next === null || typeof next === 'string' || typeof next === 'boolean' || typeof next === 'number')
      continue
    if (typeof next !== 'object') throw new Malformed('value', `${typeof next} has no JSON`)
    if (Array.isArray(next)) {
      // By index, so that a hole is seen as the undefined it is.
      for (let i = 0; i < next.length; i++) waiting.push(next[i])
      continue
    }
    const prototype = Object.getPrototypeOf(next)
    if (prototype !== Object.prototype && prototype !== null)
      throw new Malformed('value', 'not a plain object')
    if (Object.getOwnPropertySymbols(next).length > 0) throw new Malformed('value', 'a symbol as a name')
    for (const member of Object.values(next)) waiting.push(member)
  }
}
