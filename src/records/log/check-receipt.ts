import { parseCheckpoint } from './checkpoint.ts'
import { cosignatureVerifier, cosignedAt } from './cosignature.ts'
import { commit, type Leaf, leafBytes } from './leaf.ts'
import { Malformed } from './malformed.ts'
import { leafHash, verifyInclusion } from './merkle.ts'
import { noteVerifier, openNote, parseNote, Unverified, type Verifier } from './note.ts'
import { parseReceipt, type Receipt } from './receipt.ts'

/** Whom the checker believes. A log's key name is its origin. */
export interface Trusted {
  readonly logs: readonly Verifier[]
  readonly witnesses: readonly Verifier[]
}

/** Trust in these verifier keys. Malformed when one is not a key of its kind. */
export const trusting = (logs: readonly string[], witnesses: readonly string[]): Trusted => ({
  logs: logs.map(noteVerifier),
  witnesses: witnesses.map(cosignatureVerifier),
})

/** A witness that cosigned the receipt's checkpoint, and when. */
export interface Witnessed {
  readonly name: string
  readonly at: Date
}

export type ReceiptCheck =
  | {
      readonly result: 'holds'
      readonly origin: string
      readonly leaf: Leaf
      readonly index: number
      readonly size: number
      /** Empty: it holds on the log's word alone, and a log that showed others something else is not found out. */
      readonly witnesses: readonly Witnessed[]
      /** `shown`: the receipt carries the content, and it is what the leaf commits to. */
      readonly content: { readonly shown: false } | { readonly shown: true; readonly value: unknown }
    }
  | { readonly result: 'malformed'; readonly why: string }
  | { readonly result: 'unknown-log'; readonly origin: string }
  | { readonly result: 'bad-signature'; readonly why: string }
  | { readonly result: 'bad-proof' }
  | { readonly result: 'content-does-not-match' }

/** Whether a receipt (either form's text) holds, offline. Throws nothing, whatever the text. */
export function checkReceipt(text: string, trusted: Trusted): ReceiptCheck {
  try {
    return check(parseReceipt(text), trusted)
  } catch (error) {
    if (error instanceof Malformed) return { result: 'malformed', why: error.message }
    if (error instanceof Unverified) return { result: 'bad-signature', why: error.message }
    throw error
  }
}

function check({ leaf, index, proof, checkpoint, disclosed }: Receipt, trusted: Trusted): ReceiptCheck {
  const { origin, size, root } = parseCheckpoint(parseNote(checkpoint).text)
  const logKeys = trusted.logs.filter(key => key.name === origin)
  if (logKeys.length === 0) return { result: 'unknown-log', origin }
  openNote(checkpoint, logKeys)
  const witnesses = witnessesOf(checkpoint, trusted.witnesses)
  if (!verifyInclusion(leafHash(leafBytes(leaf)), index, size, proof, root)) return { result: 'bad-proof' }
  if (disclosed && commit(disclosed.salt, disclosed.content) !== leaf.commitment) {
    return { result: 'content-does-not-match' }
  }
  const content = disclosed ? { shown: true as const, value: disclosed.content } : { shown: false as const }
  return { result: 'holds', origin, leaf, index, size, witnesses, content }
}

/** The known witnesses that cosigned. Unverified when a known one's cosignature is false; none at all is no error. */
export function witnessesOf(checkpoint: string, known: readonly Verifier[]): Witnessed[] {
  try {
    return openNote(checkpoint, known).signatures.map(({ name, signature }) => ({
      name,
      at: new Date(cosignedAt(signature) * 1000),
    }))
  } catch (error) {
    if (error instanceof Unverified && error.reason === 'no-known-key') return []
    throw error
  }
}

/** The log and the signers that a checkpoint names, believed or not. Malformed when it is none. */
export function signersOf(checkpoint: string): { origin: string; signers: readonly string[] } {
  const note = parseNote(checkpoint)
  return { origin: parseCheckpoint(note.text).origin, signers: note.signatures.map(({ name }) => name) }
}

/** The log and the signers that a receipt names, believed or not; nothing when it is no receipt. Throws nothing. */
export function namesOnReceipt(text: string): { origin: string | undefined; signers: readonly string[] } {
  try {
    return signersOf(parseReceipt(text).checkpoint)
  } catch (error) {
    if (error instanceof Malformed) return { origin: undefined, signers: [] }
    throw error
  }
}
