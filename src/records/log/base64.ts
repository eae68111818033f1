/** Standard base64 with padding (RFC 4648, section 4). */
export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/**
 * The bytes of base64 text, or undefined when it is anything but the one spelling that toBase64 gives: no missing
 * padding, no stray bits, no white space, no URL alphabet. So no character of a signed thing can change unnoticed.
 */
export function fromBase64(text: unknown, length?: number): Uint8Array | undefined {
  if (typeof text !== 'string') return undefined
  const bytes = Buffer.from(text, 'base64')
  if (length !== undefined && bytes.length !== length) return undefined
  return bytes.toString('base64') === text ? bytes : undefined
}

/** A whole number as the public formats write it: decimal, no sign, no leading zero, up to 2^53 - 1. */
export function sizeFrom(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined
  const size = Number(text)
  return Number.isSafeInteger(size) ? size : undefined
}
