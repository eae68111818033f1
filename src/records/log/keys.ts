import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto'
import { formatVkey, keyId, type Signer, signatureType } from './note.ts'

/** An Ed25519 key pair. */
export interface KeyPair {
  readonly privateKey: KeyObject
  /** 32 bytes, as RFC 8032 writes it. */
  readonly publicKey: Uint8Array
}

// PKCS #8 (RFC 8410) around a seed of 32 bytes: everything that comes before the seed itself.
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The pair whose private key is this seed of 32 bytes (RFC 8032). */
export function keyPairOf(seed: Uint8Array): KeyPair {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes')
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { privateKey, publicKey: Buffer.from(x, 'base64url') }
}

/**
 * The pair for one purpose, from the installation's master secret of 32 bytes: HKDF-SHA-256 (RFC 5869) with no salt and
 * the purpose as info, 32 bytes of which are the seed. The same secret and purpose always give the same pair; whoever has
 * the secret has every pair. Purposes: `log <origin>`, `witness <name>`.
 */
export function deriveKey(master: Uint8Array, purpose: string): KeyPair {
  if (master.length !== 32) throw new RangeError('a master secret has 32 bytes')
  const seed = hkdfSync('sha256', master, new Uint8Array(), `lanyard/record/v1 ${purpose}`, 32)
  return keyPairOf(new Uint8Array(seed))
}

/** 64 bytes of Ed25519 signature over the text's UTF-8. */
export const signWith = (pair: KeyPair, text: string): Uint8Array =>
  sign(null, Buffer.from(text), pair.privateKey)

/** Signs notes (type 0x01) under a key name. A log's key name is its origin. */
export function noteSigner(name: string, pair: KeyPair): Signer {
  const id = keyId(name, signatureType.ed25519, pair.publicKey)
  return {
    name,
    keyId: id,
    vkey: formatVkey(name, signatureType.ed25519, pair.publicKey),
    sign: text => ({ name, keyId: id, signature: signWith(pair, text) }),
  }
}
