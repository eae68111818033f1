import { type AgeKey, newIdentity, sealFor } from './age.ts'

/** Bytes to be sealed under a key of their own, which these public halves’ owners are given. */
export interface Anew {
  readonly bytes: Uint8Array
  readonly readers: readonly string[]
}

/** What comes of it. Each of the two seals is a whole age file. */
export interface SealedAnew {
  /** The public half of the key that was drawn: what comes later is sealed to it. */
  readonly recipient: string
  /** Its secret half, sealed to the readers. */
  readonly keys: Uint8Array
  /** The bytes, sealed to it, and to one more key. */
  readonly sealed: Uint8Array
  /** That key, both halves: for whoever handed the bytes in. */
  readonly own: AgeKey
}

/** Draws two keys, and seals the bytes to both and the first one’s secret half to the readers. Throws where one is no public half. */
export async function drawAndSeal({ bytes, readers }: Anew): Promise<SealedAnew> {
  const [thing, own] = [await newIdentity(), await newIdentity()]
  const sealed = await sealFor([thing.recipient, own.recipient], bytes)
  const keys = await sealFor(readers, new TextEncoder().encode(thing.identity))
  return { recipient: thing.recipient, keys, sealed, own }
}
