import { fromBase64 } from './base64.ts'
import { type Trusted, type Witnessed, witnessesOf } from './check-receipt.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { commit, type Leaf, leafBytes } from './leaf.ts'
import { Malformed } from './malformed.ts'
import { type Hash, leafHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import { openNote, parseNote, Unverified } from './note.ts'

/** A checkpoint that a known log signed, with the witnesses that cosigned it. */
export interface Opened {
  readonly origin: string
  readonly size: number
  readonly root: Hash
  readonly witnesses: readonly Witnessed[]
}

/** Why a checkpoint is not believed. */
export type NotOpened =
  | { readonly why: 'unknown-log'; readonly origin: string }
  | { readonly why: 'bad-signature' | 'malformed' }

/** A checkpoint, once the log's signature holds by a key known beforehand. Throws nothing, whatever the text. */
export function openCheckpoint(note: string, trusted: Trusted): Opened | NotOpened {
  try {
    const { origin, size, root } = parseCheckpoint(parseNote(note).text)
    const logKeys = trusted.logs.filter(key => key.name === origin)
    if (logKeys.length === 0) return { why: 'unknown-log', origin }
    openNote(note, logKeys)
    return { origin, size, root, witnesses: witnessesOf(note, trusted.witnesses) }
  } catch (error) {
    if (error instanceof Unverified) return { why: 'bad-signature' }
    if (error instanceof Malformed) return { why: 'malformed' }
    throw error
  }
}

/** One of many entries under one checkpoint: its leaf, its place, and what it commits to where that is shown. */
export interface OneOfMany {
  readonly leaf: Leaf
  readonly index: number
  readonly proof: readonly unknown[]
  readonly content?: unknown
  readonly salt?: unknown
}

/** What does not hold of one entry under a checkpoint; undefined when all of it does. */
export function whyNotIn(
  { size, root }: Pick<Opened, 'size' | 'root'>,
  { leaf, index, proof, content, salt }: OneOfMany,
): 'bad-proof' | 'content-does-not-match' | undefined {
  const hashes = proof.flatMap(one => fromBase64(one, 32) ?? [])
  if (hashes.length !== proof.length) return 'bad-proof'
  if (!verifyInclusion(leafHash(leafBytes(leaf)), index, size, hashes, root)) return 'bad-proof'
  if (content === undefined && salt === undefined) return undefined
  const bytes = fromBase64(salt, 32)
  if (bytes === undefined || content === undefined) return 'content-does-not-match'
  return commit(bytes, content) === leaf.commitment ? undefined : 'content-does-not-match'
}

/** Whether the log of `size` and `root` continues the one that had `old` entries under `oldRoot`. Texts are base64. */
export function continues(
  { size, root }: Pick<Opened, 'size' | 'root'>,
  old: { readonly size: number; readonly root: unknown; readonly proof: readonly unknown[] },
): boolean {
  const oldRoot = fromBase64(old.root, 32)
  const hashes = old.proof.flatMap(one => fromBase64(one, 32) ?? [])
  return (
    oldRoot !== undefined &&
    hashes.length === old.proof.length &&
    verifyConsistency(old.size, oldRoot, size, root, hashes)
  )
}
