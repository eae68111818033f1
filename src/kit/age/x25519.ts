import {
  createCipheriv,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { type Recipient, Stanza } from 'age-encryption'
import { bech32, fromBech32 } from './bech32.ts'

// What the library does with X25519, by the machine’s own code in the place of JavaScript: the same stanza (age-encryption.org/v1,
// “X25519 recipient stanza”), some ten times as fast. The library opens it, and so does the age command.
// Each key is a key object: Node.js asks of other bytes by two exceptions whether they are one, which takes as long as the sum.

const prefix = 'age'
const label = 'age-encryption.org/v1/X25519'

/** One half of a pair as its 32 bytes. As JWK it is written out by far the soonest. */
const bytesOf = (key: KeyObject, half: 'x' | 'd'): Buffer =>
  Buffer.from(key.export({ format: 'jwk' })[half] ?? '', 'base64url')

// Public halves that were made or sealed to last: making one ready takes as long as sealing to it.
const mostReady = 200
const ready = new Map<string, X25519>()
function keepReady(text: string, one: X25519): X25519 {
  ready.delete(text)
  const [oldest] = ready.keys()
  if (oldest && ready.size >= mostReady) ready.delete(oldest)
  ready.set(text, one)
  return one
}

/** A key of age: both halves as it writes them. */
export function newKey(): { readonly identity: string; readonly recipient: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const share = bytesOf(publicKey, 'x')
  const recipient = bech32(prefix, share)
  keepReady(recipient, new X25519(share, publicKey))
  return { identity: bech32('age-secret-key-', bytesOf(privateKey, 'd')).toUpperCase(), recipient }
}

/** One of those that something is sealed to. Throws for what is no public half. */
export function recipientFrom(text: string): Recipient {
  const known = ready.get(text)
  if (known) return keepReady(text, known)
  const bytes = fromBech32(prefix, text)
  const x = Buffer.from(bytes).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' })
  return keepReady(text, new X25519(bytes, key))
}

class X25519 implements Recipient {
  readonly #bytes: Uint8Array
  readonly #key: KeyObject

  constructor(bytes: Uint8Array, key: KeyObject) {
    this.#bytes = bytes
    this.#key = key
  }

  wrapFileKey(fileKey: Uint8Array): Stanza[] {
    const { publicKey, privateKey } = generateKeyPairSync('x25519')
    const share = bytesOf(publicKey, 'x')
    // Throws where the other half is a point that would make the secret known: the same as the library refuses.
    const agreed = diffieHellman({ privateKey, publicKey: this.#key })
    const wrapping = hkdfSync(
      'sha256',
      createSecretKey(agreed),
      Buffer.concat([share, this.#bytes]),
      label,
      32,
    )
    const cipher = createCipheriv(
      'chacha20-poly1305',
      createSecretKey(Buffer.from(wrapping)),
      Buffer.alloc(12),
      {
        authTagLength: 16,
      },
    )
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
    return [new Stanza(['X25519', share.toString('base64').replace(/=+$/, '')], new Uint8Array(body))]
  }
}
