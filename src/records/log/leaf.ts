import { hash } from 'node:crypto'
import { fromBase64 } from './base64.ts'
import { canonical } from './canonical.ts'
import { Malformed } from './malformed.ts'

/** What the log keeps of one entry, for ever: who, what, about what, when, citing what. Never the content itself. */
export interface Leaf {
  readonly v: 1
  /** The entry's id, a UUID. */
  readonly id: string
  /** When, in UTC with milliseconds: 2026-11-23T09:30:00.000Z. */
  readonly at: string
  /** The person's id, a UUID, or `system` for the software itself. */
  readonly who: string
  /** Noun and past verb: `policy.signed`. */
  readonly event: string
  readonly about: readonly { readonly kind: string; readonly id: string }[]
  /** The guidance's statements that applied. */
  readonly cites: readonly string[]
  /** commit(salt, content). */
  readonly commitment: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const eventShape = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[0-9]{4}-.{18}Z$/.test(value)) return false
  const time = new Date(value)
  return !Number.isNaN(time.getTime()) && time.toISOString() === value
}

function hasOnly(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const own = Object.keys(value)
  return own.length === names.length && names.every(name => Object.hasOwn(value, name))
}

const checks: { readonly [Field in keyof Leaf]: (value: unknown) => boolean } = {
  v: value => value === 1,
  id: value => isText(value) && uuid.test(value),
  at: isTime,
  who: value => value === 'system' || (isText(value) && uuid.test(value)),
  event: value => isText(value) && eventShape.test(value),
  about: value =>
    Array.isArray(value) &&
    value.every(it => hasOnly(it, ['kind', 'id']) && isText(it.kind) && isText(it.id)),
  cites: value => Array.isArray(value) && value.every(isText),
  commitment: value => fromBase64(value, 32) !== undefined,
}
const fields = Object.keys(checks) as (keyof Leaf)[]

/** Data as a leaf. Malformed when a field is missing, unknown or of the wrong shape. */
export function asLeaf(value: unknown): Leaf {
  if (!hasOnly(value, fields)) throw new Malformed('leaf', `it has exactly the fields ${fields.join(', ')}`)
  for (const field of fields) {
    if (!checks[field](value[field])) throw new Malformed('leaf', `${field} is not as it should be`)
  }
  // Every field has just been checked against the table above, which names them all.
  return value as unknown as Leaf
}

/** The leaf as canonical JSON: its UTF-8 is what the log hashes. Malformed when a field is not as it should be. */
export const leafText = (leaf: Leaf): string => canonical(asLeaf(leaf))

/** The bytes that the log hashes. */
export const leafBytes = (leaf: Leaf): Uint8Array => Buffer.from(leafText(leaf))

/** Malformed unless the text is exactly what leafText gives for some leaf. */
export function parseLeaf(text: string): Leaf {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Malformed('leaf', 'not JSON')
  }
  const leaf = asLeaf(value)
  if (canonical(leaf) !== text) throw new Malformed('leaf', 'not canonical JSON')
  return leaf
}

/** SHA-256(salt ‖ canonical JSON of the content), in base64. The salt has 32 random bytes, a fresh one for every entry. */
export const commit = (salt: Uint8Array, content: unknown): string => commitText(salt, canonical(content))

/** The same, of content that is canonical JSON already. */
export function commitText(salt: Uint8Array, canonicalContent: string): string {
  if (salt.length !== 32) throw new RangeError('a salt has 32 bytes')
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalContent)]), 'base64')
}
