import { verify } from 'node:crypto'
import { parseCheckpoint } from './checkpoint.ts'
import { type KeyPair, signWith } from './keys.ts'
import { Malformed } from './malformed.ts'
import {
  ed25519Key,
  formatVkey,
  keyId,
  type NoteSignature,
  parseVkey,
  signatureType,
  type Verifier,
} from './note.ts'

/** C2SP tlog-cosignature, Ed25519: a witness says that it saw this checkpoint follow all it saw before, and when. */
export interface Cosigner {
  readonly name: string
  readonly keyId: number
  readonly vkey: string
  /** `seconds` since 1970. Malformed when the text is no checkpoint or the time is not a positive whole number. */
  cosign(checkpointText: string, seconds: number): NoteSignature
}

/** The bytes that are signed: two lines, then the whole checkpoint text. */
export const cosignatureMessage = (checkpointText: string, seconds: number): string =>
  `cosignature/v1\ntime ${seconds}\n${checkpointText}`

/** The last second that a Date can hold. */
const lastSecond = 8_640_000_000_000
const isTime = (seconds: number) => Number.isSafeInteger(seconds) && seconds > 0 && seconds <= lastSecond

/** A pair must serve one witness only: what is signed does not say the witness's name. */
export function cosigner(name: string, pair: KeyPair): Cosigner {
  const id = keyId(name, signatureType.cosignature, pair.publicKey)
  const vkey = formatVkey(name, signatureType.cosignature, pair.publicKey)
  const cosign = (text: string, seconds: number): NoteSignature => {
    parseCheckpoint(text)
    if (!isTime(seconds)) throw new Malformed('cosignature', 'no time')
    const signature = Buffer.alloc(72)
    signature.writeBigUInt64BE(BigInt(seconds))
    signature.set(signWith(pair, cosignatureMessage(text, seconds)), 8)
    return { name, keyId: id, signature }
  }
  return { name, keyId: id, vkey, cosign }
}

/** When a cosignature was made, in seconds since 1970. Malformed unless it is 72 bytes with a time that Date can hold. */
export function cosignedAt(signature: Uint8Array): number {
  if (signature.length !== 72) throw new Malformed('cosignature', 'not 8 bytes of time and 64 of signature')
  const seconds = Number(Buffer.from(signature).readBigUInt64BE(0))
  if (!isTime(seconds)) throw new Malformed('cosignature', 'no time')
  return seconds
}

/** Verifies the cosignatures of one witness (type 0x04). Malformed for any other vkey. */
export function cosignatureVerifier(vkey: string): Verifier {
  const { name, keyId, type, publicKey } = parseVkey(vkey)
  if (type !== signatureType.cosignature) throw new Malformed('vkey', 'not a key that cosigns')
  const key = ed25519Key(publicKey)
  return {
    name,
    keyId,
    verify(text, signature) {
      try {
        const message = Buffer.from(cosignatureMessage(text, cosignedAt(signature)))
        return verify(null, message, key, signature.subarray(8))
      } catch (error) {
        if (error instanceof Malformed) return false
        throw error
      }
    },
  }
}
