import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { type Identity, type Recipient, Stanza } from 'age-encryption'
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
  return keepReady(text, new X25519(bytes, publicKeyOf(bytes)))
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
    const key = wrappingKey(privateKey, this.#key, [share, this.#bytes])
    const cipher = createCipheriv(wrap, key, noNonce, { authTagLength: 16 })
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
    return [new Stanza(['X25519', share.toString('base64').replace(/=+$/, '')], new Uint8Array(body))]
  }
}

/** A secret half, as what opens. Throws for what is none. */
export function identityFrom(text: string): Identity {
  const d = fromBech32('age-secret-key-', text.toLowerCase())
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, d]), format: 'der', type: 'pkcs8' })
  const own = bytesOf(createPublicKey(privateKey), 'x')
  return {
    unwrapFileKey(stanzas) {
      for (const { args, body } of stanzas) {
        if (args[0] !== 'X25519') continue
        const share = Buffer.from(args[1] ?? '', 'base64')
        if (args.length !== 2 || share.length !== 32 || body.length !== 32)
          throw new TypeError('no X25519 stanza of age')
        const key = wrappingKey(privateKey, publicKeyOf(share), [share, own])
        const decipher = createDecipheriv(wrap, key, noNonce, { authTagLength: 16 })
        decipher.setAuthTag(body.subarray(-16))
        const fileKey = decipher.update(body.subarray(0, -16))
        try {
          decipher.final()
          return new Uint8Array(fileKey)
        } catch {
          // It is wrapped for somebody else.
        }
      }
      return null
    },
  }
}

// A secret half of 32 bytes as PKCS #8 (RFC 8410): everything that comes before it.
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex')
const wrap = 'chacha20-poly1305'
// Each key wraps once.
const noNonce = Buffer.alloc(12)

const publicKeyOf = (bytes: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(bytes).toString('base64url') },
    format: 'jwk',
  })

/** What a file's key is wrapped with between two halves; over the share and the recipient's own bytes. */
function wrappingKey(privateKey: KeyObject, publicKey: KeyObject, over: readonly Uint8Array[]): KeyObject {
  // Throws where the other half is a point that would make the secret known: the same as the library refuses.
  const agreed = createSecretKey(diffieHellman({ privateKey, publicKey }))
  return createSecretKey(Buffer.from(hkdfSync('sha256', agreed, Buffer.concat(over), label, 32)))
}
