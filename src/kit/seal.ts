import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

// A key object: of bytes alone Node.js finds out by two exceptions that they are none, which takes longer than the sealing.
const keyFrom = (secret: string, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `lanyard ${purpose}`, 32)))

// The installation's own, for the few purposes that there are.
const hashKeys = new Map<string, KeyObject>()
function hashKey(secret: string, purpose: string): KeyObject {
  const name = `${purpose} ${secret}`
  const key = hashKeys.get(name) ?? keyFrom(secret, purpose)
  hashKeys.set(name, key)
  return key
}

/** A hash of text under the installation’s secret, for one purpose: whoever has no secret can try no words against it. */
export const keyedHash = (secret: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', hashKey(secret, purpose)).update(text).digest()

/**
 * Seals text so that only this installation opens it again (AES-256-GCM, a fresh nonce each time), for one purpose and
 * about one thing: `about` is not hidden, and what was sealed about one thing does not open as being about another.
 */
export function seal(secret: string, purpose: string, about: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret, purpose), nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The text that was sealed, or undefined when it was sealed with another secret, about something else, or altered. */
export function unseal(
  secret: string,
  purpose: string,
  about: string,
  sealed: Uint8Array,
): string | undefined {
  try {
    const all = Buffer.from(sealed)
    const opener = createDecipheriv('aes-256-gcm', keyFrom(secret, purpose), all.subarray(0, 12))
    opener.setAAD(Buffer.from(about)).setAuthTag(all.subarray(12, 28))
    return Buffer.concat([opener.update(all.subarray(28)), opener.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
