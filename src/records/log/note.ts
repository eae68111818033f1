import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import { fromBase64, toBase64 } from './base64.ts'
import { Malformed } from './malformed.ts'

/** C2SP signed-note signature types that are used here. */
export const signatureType = { ed25519: 0x01, cosignature: 0x04 } as const

/** One signature line. Name and key id together say which key signed, and how. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: number
  /** As the signature type has it, without the key id. */
  readonly signature: Uint8Array
}

/** Text (ending in a newline) and who signed it. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface Verifier {
  readonly name: string
  readonly keyId: number
  verify(text: string, signature: Uint8Array): boolean
}

export interface Signer {
  readonly name: string
  readonly keyId: number
  /** The verifier key, to publish and to trust. */
  readonly vkey: string
  sign(text: string): NoteSignature
}

/** The parts of a verifier key. */
export interface Vkey {
  readonly name: string
  readonly keyId: number
  readonly type: number
  readonly publicKey: Uint8Array
}

/** A well-formed note that must not be believed. */
export class Unverified extends Error {
  readonly reason: 'bad-signature' | 'no-known-key'
  constructor(reason: 'bad-signature' | 'no-known-key', message: string) {
    super(message)
    this.name = 'Unverified'
    this.reason = reason
  }
}

/** An Ed25519 public key of 32 bytes, ready to verify with. Malformed when it is not one. */
export function ed25519Key(bytes: Uint8Array): KeyObject {
  if (bytes.length !== 32) throw new Malformed('vkey', 'an Ed25519 public key has 32 bytes')
  try {
    const x = Buffer.from(bytes).toString('base64url')
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    throw new Malformed('vkey', 'not an Ed25519 public key')
  }
}

const nameShape = /^[^\p{White_Space}\p{Cc}+]+$/u
const isKeyName = (name: string): boolean => name.isWellFormed() && nameShape.test(name)

/** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), as a number. */
export function keyId(name: string, type: number, publicKey: Uint8Array): number {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), publicKey])
  return hash('sha256', bytes, 'buffer').readUInt32BE(0)
}

const hex8 = (id: number) => id.toString(16).padStart(8, '0')

/** `<name>+<key id in hex>+<base64 of type ‖ public key>`. */
export function formatVkey(name: string, type: number, publicKey: Uint8Array): string {
  if (!isKeyName(name)) throw new Malformed('vkey', 'a name has no spaces and no plus sign')
  const key = toBase64(Buffer.concat([Buffer.from([type]), publicKey]))
  return `${name}+${hex8(keyId(name, type, publicKey))}+${key}`
}

/** Malformed unless the key is an Ed25519 one of type 0x01 or 0x04 and its id is right. */
export function parseVkey(text: string): Vkey {
  const [name = '', id = '', ...rest] = text.split('+')
  const key = fromBase64(rest.join('+'), 33)
  if (!isKeyName(name) || key === undefined) throw new Malformed('vkey', 'not name+id+key')
  const [type, publicKey] = [key[0] ?? 0, key.subarray(1)]
  if (type !== signatureType.ed25519 && type !== signatureType.cosignature) {
    throw new Malformed('vkey', `signature type ${type} is not known here`)
  }
  const expected = keyId(name, type, publicKey)
  if (id !== hex8(expected)) throw new Malformed('vkey', 'the id is not that of the key')
  return { name, keyId: expected, type, publicKey }
}

/** Verifies plain Ed25519 note signatures (type 0x01) of one key. Malformed for any other vkey. */
export function noteVerifier(vkey: string): Verifier {
  const { name, keyId, type, publicKey } = parseVkey(vkey)
  if (type !== signatureType.ed25519) throw new Malformed('vkey', 'not a key that signs notes')
  const key = ed25519Key(publicKey)
  return { name, keyId, verify: (text, signature) => verify(null, Buffer.from(text), key, signature) }
}

/** `— <name> <base64 of key id ‖ signature>` and a newline. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  if (!isKeyName(name)) throw new Malformed('note', 'a name has no spaces and no plus sign')
  const id = Buffer.alloc(4)
  id.writeUInt32BE(keyId)
  return `— ${name} ${toBase64(Buffer.concat([id, signature]))}\n`
}

/** One signature line without its newline. Malformed when it is not one. */
export function parseSignatureLine(line: string): NoteSignature {
  const [dash, name = '', base64, ...more] = line.split(' ')
  const bytes = fromBase64(base64)
  if (dash !== '—' || !isKeyName(name) || more.length > 0 || bytes === undefined || bytes.length < 5) {
    throw new Malformed('note', 'not a signature line')
  }
  return { name, keyId: Buffer.from(bytes).readUInt32BE(0), signature: bytes.subarray(4) }
}

function isNoteText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x20 && unit !== 0x0a) return false
  }
  return text.endsWith('\n') && text.isWellFormed()
}

export function formatNote({ text, signatures }: Note): string {
  if (!isNoteText(text))
    throw new Malformed('note', 'the text must end in a newline and hold no control character')
  if (signatures.length === 0) throw new Malformed('note', 'nobody signed it')
  return `${text}\n${signatures.map(signatureLine).join('')}`
}

/** More signatures than this are refused unread. */
const maxSignatures = 100

/** The parts of a note, believed or not. Malformed when it is not one. */
export function parseNote(note: string): Note {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !isNoteText(note)) throw new Malformed('note', 'no text, blank line and signatures')
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > maxSignatures) throw new Malformed('note', 'too many signatures')
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignatureLine) }
}

/** Signs text as a note. */
export const signNote = (text: string, signers: readonly Signer[]): string =>
  formatNote({ text, signatures: signers.map(signer => signer.sign(text)) })

/**
 * The text of a note, and those of its signatures that known keys made (each key once, its last). Signatures of unknown keys are
 * ignored. Throws Malformed; Unverified when a known key's signature is false, or no known key signed.
 */
export function openNote(note: string, known: readonly Verifier[]): Note {
  const { text, signatures } = parseNote(note)
  const verified = new Map<Verifier, NoteSignature>()
  for (const signature of signatures) {
    const verifier = known.find(v => v.name === signature.name && v.keyId === signature.keyId)
    if (verifier === undefined) continue
    if (!verifier.verify(text, signature.signature)) {
      throw new Unverified('bad-signature', `the signature of ${signature.name} is false`)
    }
    verified.set(verifier, signature)
  }
  if (verified.size === 0) throw new Unverified('no-known-key', 'no known key signed this')
  return { text, signatures: [...verified.values()] }
}
