import { randomFillSync } from 'node:crypto'

declare const kindOf: unique symbol

/** A UUID that says what it is the id of, so that a person's id cannot be passed where a policy's is wanted. */
export type Id<Kind extends string> = string & { readonly [kindOf]: Kind }

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

// Asking the system for random bytes costs much the same for many as for few.
const store = Buffer.alloc(4096)
let used = store.length

function sixteenRandomBytes(): Buffer {
  if (used === store.length) {
    randomFillSync(store)
    used = 0
  }
  used += 16
  return store.subarray(used - 16, used)
}

// The last millisecond in which an id was made, and where its count stands: 12 bits, begun anywhere in the lower half.
let lastAt = 0
let count = 0

/**
 * A new id: UUID version 7 (RFC 9562, 6.2, method 1), so that ids of one process sort by the time they were made, and those of
 * one millisecond in the order in which they were, some thousands of them. `now` is in milliseconds since 1970.
 */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  const bytes = sixteenRandomBytes()
  count = now === lastAt ? (count + 1) & 0xfff : bytes.readUInt16BE(6) & 0x7ff
  lastAt = now
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>
}

/** Text from an address or a form as an id, or undefined when it is not one. Says nothing of whether the thing exists. */
export function idFrom<Kind extends string>(text: unknown): Id<Kind> | undefined {
  return typeof text === 'string' && shape.test(text) ? (text as Id<Kind>) : undefined
}

/** The first 16 bytes of something random, or of a keyed hash, as an id. It says nothing of a time (RFC 9562, version 8). */
export function idOf<Kind extends string>(random: Uint8Array): Id<Kind> {
  const hex = Buffer.from(random.subarray(0, 16)).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}` as Id<Kind>
}

/** When an id was made. */
export const madeAt = (id: Id<string>): Date =>
  new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))

/** The lowest id that may have been made at a time: what was made since is above it. */
export function firstIdAt<Kind extends string>(at: Date): Id<Kind> {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000` as Id<Kind>
}

/** The lowest id that may have been made `milliseconds` before this one was: where to look from for all that was made since. */
export const idAgo = <Kind extends string>(id: Id<Kind>, milliseconds: number): Id<Kind> =>
  firstIdAt(new Date(madeAt(id).getTime() - milliseconds))
