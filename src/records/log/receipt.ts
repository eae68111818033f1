import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { fromBase45, toBase45 } from './base45.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { canonical } from './canonical.ts'
import { asLeaf, type Leaf } from './leaf.ts'
import { Malformed } from './malformed.ts'
import type { Hash } from './merkle.ts'

/** Everything needed to see, offline, that an entry stands in a log. */
export interface Receipt {
  readonly leaf: Leaf
  /** The leaf's place in the log, from 0. */
  readonly index: number
  /** The inclusion proof in the tree of the checkpoint, leaf to root. */
  readonly proof: readonly Hash[]
  /** The signed checkpoint with its cosignatures: a note. */
  readonly checkpoint: string
  /** What the leaf commits to. Left out where the holder must not have it, or it was erased. */
  readonly disclosed?: { readonly salt: Uint8Array; readonly content: unknown } | undefined
}

const format = 'lanyard-receipt/v1'
const qrHead = 'LANYARD1:'
/** A QR code holds 4,296 such characters at most; at this many a printed one can still be read by a phone. */
const qrLimit = 2900
const textLimit = 1 << 20

/** The file: one line of canonical JSON. */
export function receiptJson({ leaf, index, proof, checkpoint, disclosed }: Receipt): string {
  const shown = disclosed ? { content: disclosed.content, salt: toBase64(disclosed.salt) } : {}
  return `${canonical({ format, leaf: asLeaf(leaf), index, proof: proof.map(toBase64), checkpoint, ...shown })}\n`
}

/**
 * The text of the QR code: `LANYARD1:` and base45 (RFC 9285) of raw deflate (RFC 1951) of the file's text. Undefined when
 * longer than 2,900 characters: then leave out `disclosed`.
 */
export function receiptQr(receipt: Receipt): string | undefined {
  const text = qrHead + toBase45(deflateRawSync(receiptJson(receipt), { level: 9 }))
  return text.length <= qrLimit ? text : undefined
}

/**
 * A receipt from either form, with white space before and after ignored. Malformed unless it is exactly as written: the
 * file's JSON must be canonical, so that no two readers can read it differently.
 */
export function parseReceipt(text: string): Receipt {
  if (text.length > textLimit) throw new Malformed('receipt', 'too long')
  const trimmed = text.trim()
  const json = trimmed.startsWith(qrHead) ? inflated(trimmed.slice(qrHead.length)) : trimmed
  const receipt = asReceipt(parsed(json))
  if (receiptJson(receipt).trim() !== json.trim()) throw new Malformed('receipt', 'not as it was written')
  return receipt
}

function inflated(base45: string): string {
  const bytes = fromBase45(base45)
  if (bytes === undefined) throw new Malformed('receipt', 'not the text of a QR code')
  try {
    const text = inflateRawSync(bytes, { maxOutputLength: textLimit })
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text)
  } catch {
    throw new Malformed('receipt', 'not the text of a QR code')
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Malformed('receipt', 'not JSON')
  }
}

function asReceipt(value: unknown): Receipt {
  if (typeof value !== 'object' || value === null) throw new Malformed('receipt', 'not an object')
  const {
    format: named,
    leaf,
    index,
    proof,
    checkpoint,
    content,
    salt,
    ...more
  } = value as Record<string, unknown>
  if (named !== format) throw new Malformed('receipt', 'of no known format')
  if (Object.keys(more).length > 0) throw new Malformed('receipt', 'with unknown fields')
  if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0)
    throw new Malformed('receipt', 'no index')
  if (typeof checkpoint !== 'string') throw new Malformed('receipt', 'no checkpoint')
  if (!Array.isArray(proof)) throw new Malformed('receipt', 'no proof')
  const hashes = proof.map(it => fromBase64(it, 32) ?? refuseHash())
  const known = { leaf: asLeaf(leaf), index, proof: hashes, checkpoint }
  if (!Object.hasOwn(value, 'content') && !Object.hasOwn(value, 'salt')) return known
  const saltBytes = fromBase64(salt, 32)
  if (content === undefined || saltBytes === undefined)
    throw new Malformed('receipt', 'content or salt is missing')
  return { ...known, disclosed: { salt: saltBytes, content } }
}

function refuseHash(): never {
  throw new Malformed('receipt', 'a line of the proof is not a hash in base64')
}
